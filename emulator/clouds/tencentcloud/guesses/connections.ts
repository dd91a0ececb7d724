import { z } from "zod";
import { count, errorCode, milliseconds, no, wholeNumber, yes } from "../../../core/fields";
import { guess } from "../../../core/guess";

/** Of connections: what Tencent Cloud documents nowhere, each with the answer assumed here. */
export const connections = {
  pairIsUnordered: guess(yes, "Whether A to B and B to A count as the same pair of VPCs.", {
    from: "a second connection of a pair makes no sense in either direction",
    probe: "pair",
  }),
  deadBlocksPair: guess(
    no,
    "Whether a rejected or expired connection stands in the way of a new one of its pair.",
    { from: "such a connection cannot be revived, so a new one has to be possible", probe: "rejection" },
  ),
  deadCountsAgainstQuota: guess(no, "Whether a rejected or expired connection counts against the quota.", {
    from: "one of two quotas counts effective ones",
    unasked: "a quota would have to be used up",
  }),
  otherPeersMustNotOverlap: guess(
    yes,
    "Whether the addresses of a VPC's other peers may not overlap either.",
    {
      from: "the guide says that all peers of a VPC must not overlap",
      unasked: "three VPCs with the same addresses would have to be there",
    },
  ),
  cidrConflictCode: guess(
    errorCode("UnsupportedOperation.VpcPeerCidrConflict"),
    "Which of the two spellings a conflict of addresses has.",
    { from: "two spellings are declared", unasked: "VPCs with the same addresses would have to be there" },
  ),
  sameVpcCode: guess(errorCode("InvalidParameterValue"), "What create answers when both ends are one VPC.", {
    from: "declared, and nothing closer is",
    probe: "sameVpc",
    others: ["UnsupportedOperation.VpcPeerCidrConflict", "InvalidParameterValue.Combination"],
  }),
  interRegionNeedsBandwidth: guess(yes, "Whether a connection between regions must name its bandwidth.", {
    from: "the guide says that a cap has to be set",
    probe: "farBandwidth",
  }),
  intraRegionRefusesOptions: guess(
    yes,
    "Whether bandwidth (other than 0), charge type or quality within one region are refused; if not, they are ignored.",
    { from: "a code for equal regions is declared", probe: "nearOptions" },
  ),
  longestName: guess(count(60), "The most characters that a name may have.", {
    from: "the limit of other names in this service",
    probe: "longestName",
  }),
  createShowsAfterMs: guess(milliseconds(0), "For how long a new connection cannot be read yet.", {
    from: "the create answers the id",
    unasked: "a look every few seconds measures it only roughly",
  }),
  modifyShowsLater: guess(yes, "Whether a change between regions takes `timings.updateMs` to show.", {
    from: "the private edition's client waits for it",
    unasked: "it costs a connection between regions, and is over before it is seen on a slow line",
  }),
  acceptIsImmediate: guess(
    yes,
    "Whether an accepted connection is active at once; if not, it stays PENDING for `timings.acceptMs`.",
    { from: "the older API says so", unasked: "it would be over before it is seen on a slow line" },
  ),
  rejectedReadableByAccepter: guess(
    yes,
    "Whether who rejected a connection can still read it; the console does not show it any more.",
    { from: "the console does not show it any more, the API may", probe: "rejection" },
  ),
  deletedReadableMs: guess(
    milliseconds(0),
    "For how long a deleted connection can still be read, with the state DELETED, and by whom.",
    {
      from: "a state for deleted connections is declared, and the older API words it as deleted by the peer",
      unasked: "a look every few seconds measures it only roughly",
    },
  ),
  deletedReadableBy: guess(
    z.enum(["otherSide", "both"]).default("otherSide"),
    "For how long a deleted connection can still be read, with the state DELETED, and by whom.",
    { from: "see deletedReadableMs", unasked: "a look every few seconds measures it only roughly" },
  ),
  unknownIdIsEmpty: guess(
    yes,
    "Whether asking for an id that is not there answers an empty list; if not, it answers ResourceNotFound.",
    { from: "Terraform handles the empty list", probe: "unknownIds" },
  ),
  strangerCode: guess(
    errorCode("ResourceNotFound"),
    "What an account gets that is neither requester nor accepter and tries to change something.",
    {
      from: "who may not know of a thing is mostly told that it is not there",
      probe: "stranger",
      others: ["UnsupportedOperation.VpcPeerPurviewError"],
    },
  ),
  accepterMayModify: guess(no, "Whether the accepter may modify.", {
    from: "the one who pays decides",
    probe: "twoAccounts",
  }),
  modifiableWhilePending: guess(
    yes,
    "Whether a connection may be modified while it waits for the accepter.",
    { from: "nothing speaks against it", probe: "request" },
  ),
  accepterMayDeleteUnanswered: guess(
    yes,
    "Whether the accepter may delete a request that it has not answered.",
    { from: "either side may delete at any time, the guide says", probe: "request" },
  ),
  callsCheckRegion: guess(yes, "Whether a call must name the region of the caller's own side.", {
    from: "the console has to be in the VPC's region",
    probe: "otherRegion",
  }),
  mutexActions: guess(
    z.array(z.string()).default(["DeleteVpcPeeringConnection"]),
    "Which calls are refused while another one holds a VPC (`timings.vpcLockMs`).",
    {
      from: "the code is declared for the delete alone",
      unasked: "two changes would have to meet by chance",
    },
  ),
  vpcFilterIs: guess(
    z.enum(["either", "source"]).default("either"),
    "Whether the filter vpc-id goes by either end, or by the requester's alone.",
    { from: "a tool finds connections from either side", probe: "listFilters" },
  ),
  nameFilterIsFuzzy: guess(yes, "Whether the name in a filter may be a part of the connection's name.", {
    from: "the private edition's page says so",
    probe: "listFilters",
  }),
  listDefault: guess(count(20), "How many connections a list has where no limit is given, and at most.", {
    from: "the sibling lists have it",
    unasked: "more than twenty connections would have to be there",
  }),
  listMost: guess(count(100), "How many connections a list has where no limit is given, and at most.", {
    from: "the sibling lists have it",
    unasked: "more than a hundred connections would have to be there",
  }),
  listDirection: guess(
    z.enum(["ASC", "DESC"]).default("DESC"),
    "Which way a list is ordered where nothing is said of it.",
    {
      from: "nothing is said of it; the newest is what one looks for",
      unasked: "only connections of different age would tell, which nobody should have to keep",
    },
  ),
  limitIsPerRegion: guess(yes, "Whether each region of an account has calls of its own to spend.", {
    from: "the limit is documented for an account, and regions are served apart",
    unasked: "calls would have to be made until they are refused",
  }),
  typeIsEchoed: guess(yes, "Whether the field Type shows the type that the create asked for.", {
    from: "the declared values are those of the create",
    probe: "shown",
  }),
  typeShown: guess(
    z.string().default("VPC0"),
    "What it shows where none was asked for, or where it is no echo; the service's own sample has this.",
    { from: "the service's own sample shows it", probe: "shown" },
  ),
  defaultChargeType: guess(
    z.string().default("POSTPAID_BY_DAY_MAX"),
    "The charge type and the quality where none is given.",
    { from: "the service's own sample shows it", probe: "shown" },
  ),
  defaultQosLevel: guess(z.string().default(""), "The charge type and the quality where none is given.", {
    from: "the service's own sample shows it",
    probe: "shown",
  }),
  hoursAheadOfUtc: guess(
    wholeNumber("of hours", { from: -12, to: 14 }).default(8),
    "How many hours the clock of CreateTime is ahead of UTC: it is China's.",
    { from: "samples carry no zone, and other times of the service are China's", probe: "shown" },
  ),
};
