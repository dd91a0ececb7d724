import { z } from "zod";
import { errorCode, no, yes } from "../../../core/fields";
import { guess } from "../../../core/guess";

/** Of routes: what Alibaba Cloud documents nowhere, each with the answer assumed here. */
export const routes = {
  busyVpcCode: guess(
    errorCode("TaskConflict"),
    "What a write gets while a route of the VPC is being worked on.",
    {
      from: "listed for the batch delete",
      probe: "busy",
      others: ["IncorrectRouteEntryStatus", "OperationConflict"],
    },
  ),
  pendingEntryCode: guess(
    errorCode("IncorrectRouteEntryStatus"),
    "What it gets if that is the very route it is about.",
    { from: "listed, and worded so", probe: "busy", others: ["TaskConflict"] },
  ),
  busyFailsByEntry: guess(
    no,
    "Whether a batch goes through in that time, and each of its entries fails; if not, the call is refused.",
    { from: "the batch delete lists TaskConflict for the whole call", probe: "busy" },
  ),
  batchIsAtomic: guess(no, "Whether one entry that fails keeps a batch from doing any.", {
    from: "the answer counts successes and failures",
    probe: "atomicBatch",
  }),
  batchMayMixVpcs: guess(yes, "Whether one batch may be about several VPCs.", {
    from: "each entry names its own table",
    probe: "mixedBatch",
  }),
  batchAllowsSupernets: guess(
    yes,
    "Whether a batch takes destinations that contain vSwitches, as the single call does.",
    {
      from: "one engine of rules is likelier than two, though the page of the batch reads otherwise",
      probe: "supernetBatch",
    },
  ),
  duplicateRouteCode: guess(
    errorCode("InvalidCIDRBlock.Duplicate"),
    "What a route gets to where its table leads already, wherever that is.",
    {
      from: "Terraform's test meets it; another tool matches RouterEntryConflict.Duplicated",
      probe: "duplicateRoute",
      others: ["RouterEntryConflict.Duplicated"],
    },
  ),
  unknownHopCode: guess(
    errorCode("ResourceNotFound.VpcPeer"),
    "What a route gets to a connection that is not there.",
    {
      from: "the page has it, with the VpcPeer in its name",
      probe: "unknownHop",
      others: ["InvalidNextHop.NotFound"],
    },
  ),
  foreignHopCode: guess(
    errorCode("ResourceNotFound.VpcPeer"),
    "What a route gets to a connection of other VPCs.",
    {
      from: "there is no code of mismatch for connections, as there is for other next hops",
      probe: "foreignHop",
      others: ["InvalidNextHop.NotFound"],
    },
  ),
  inactiveHopCode: guess(
    errorCode("IncorrectStatus.VpcPeer"),
    "What a route gets to a connection that is not active.",
    {
      from: "the only code of its kind on the page, and met right after a create",
      probe: "inactiveHop",
      others: ["ResourceNotFound.VpcPeer"],
    },
  ),
  ownDestinationCode: guess(
    errorCode("InvalidCidrBlock"),
    "What an IPv4 route gets into a vSwitch, or to the addresses of the cloud's services.",
    {
      from: "the page's own words for that code list the cause",
      probe: "ownDestination",
      others: ["InvalidCIDRBlock.Duplicate"],
    },
  ),
  partsOfServiceRange: guess(
    z.enum(["always", "single", "never"]).default("single"),
    "Which calls take a part of the services' addresses as a destination.",
    { from: "the pages of the single call and of the batch read differently", probe: "serviceRange" },
  ),
  customTablesTakeIpv6: guess(yes, "Whether tables other than the system's take routes of IPv6.", {
    from: "nothing speaks against it",
    unasked: "a table with IPv6 beside the system's would have to be made",
  }),
  hostBitsRefused: guess(
    yes,
    "Whether a destination such as 10.2.3.4/16 is refused; if not, it becomes 10.2.0.0/16.",
    { from: "there is a code for malformed blocks", probe: "hostBits" },
  ),
  unknownEntryCode: guess(
    errorCode("InvalidRouteEntry.NotFound"),
    "What a delete gets whose route is not there.",
    {
      from: "listed for the delete, with a twin",
      probe: "unknownEntry",
      others: ["InvalidRouteEntryId.NotFound"],
    },
  ),
  newTextsTakeTime: guess(
    no,
    "Whether a new name or description alone makes a route Modifying for a while, as a new next hop does.",
    {
      from: "a name leads no packet elsewhere",
      unasked: "it would be over before it is seen on a slow line, and look like no",
    },
  ),
  unchangedHopCode: guess(
    errorCode("OperationDenied.NextHopNotChanged"),
    "What a modify gets that changes nothing.",
    {
      from: "listed on the page of the delete, where it makes no sense",
      probe: "unchangedHop",
      others: ["InvalidParameter"],
    },
  ),
  listCountsRoutes: guess(yes, "Whether a list of routes tells how many there are.", {
    from: "declared for the answer",
    probe: "routeList",
  }),
  lastTokenIs: guess(
    z.enum(["empty", "absent"]).default("empty"),
    "What stands for the token on the last page of a list of routes.",
    { from: "other lists of the product have an empty one", probe: "routeList" },
  ),
  largePagesAreCut: guess(
    yes,
    "Whether a list of routes cuts a page larger than 100 down; if not, it is refused.",
    { from: "a tool asks for 500 and works", probe: "routeList" },
  ),
  peeringShowsSecondaryBlocks: guess(
    yes,
    "Whether a connection shows the secondary blocks of its VPCs, too.",
    { from: "the field is a list", probe: "secondaryBlocks" },
  ),
};
