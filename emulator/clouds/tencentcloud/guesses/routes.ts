import { z } from "zod";
import { count, errorCode, milliseconds, no, yes } from "../../../core/fields";
import { guess } from "../../../core/guess";

/** Of routes: what Tencent Cloud documents nowhere, each with the answer assumed here. */
export const routes = {
  unknownHopCode: guess(
    errorCode("ResourceNotFound"),
    "What a route gets to a connection that is not there.",
    {
      from: "declared for the create",
      probe: "unknownHop",
      others: ["InvalidParameterValue.RouteNextHopInvalid"],
    },
  ),
  foreignHopCode: guess(
    errorCode("InvalidParameterValue.RouteNextHopInvalid"),
    "What a route gets to a connection of other VPCs.",
    { from: "the only declared code about next hops", probe: "foreignHop", others: ["ResourceNotFound"] },
  ),
  inactiveHopCode: guess(
    errorCode("InvalidParameterValue.RouteNextHopInvalid"),
    "What a route gets to a connection that is not active.",
    {
      from: "the only declared code about next hops",
      probe: "inactiveHop",
      others: ["UnsupportedOperation"],
    },
  ),
  sameRouteCode: guess(
    errorCode("InvalidParameterValue.Duplicate"),
    "What a route gets that is there already.",
    { from: "worded so", probe: "sameRoute", others: ["UnsupportedOperation.EcmpWithUserRoute"] },
  ),
  otherHopCode: guess(
    errorCode("UnsupportedOperation.EcmpWithUserRoute"),
    "What a route gets whose destination a user's route leads elsewhere.",
    {
      from: "worded so",
      unasked: "a route that leads elsewhere to the other VPC's addresses would have to be there",
    },
  ),
  ccnHopCode: guess(
    errorCode("UnsupportedOperation.EcmpWithCcnRoute"),
    "What a route gets whose destination a route of the cloud's own network leads elsewhere.",
    { from: "worded so", unasked: "a route of the cloud's own network would have to be there" },
  ),
  peerBlocksAre: guess(
    z.enum(["all", "primary"]).default("all"),
    "Which blocks of the other VPC a route to a connection may lead into.",
    { from: "secondary blocks are addresses of a VPC as others are", probe: "peerBlocks" },
  ),
  ipv6Peerings: guess(
    z.enum(["all", "intraRegion", "none"]).default("intraRegion"),
    "Which connections take IPv6.",
    {
      from: "the field for IPv6 is there, and nothing is said of connections between regions",
      unasked: "VPCs with IPv6 would have to be there",
    },
  ),
  hostBitsRefused: guess(
    yes,
    "Whether a destination such as 10.2.3.4/16 is refused; if not, it becomes 10.2.0.0/16.",
    { from: "there is a code for malformed values", probe: "hostBits" },
  ),
  disabledRoutesClash: guess(
    no,
    "Whether a route that is switched off stands in the way of another to its destination.",
    {
      from: "what is off leads nowhere",
      unasked: "the package never switches a route off, and asks only what it calls",
    },
  ),
  routeCallsAreAtomic: guess(
    yes,
    "Whether a call makes or removes all of its routes or none; if not, those before the first that it cannot.",
    { from: "the answer has no list of failures", probe: "atomicCall" },
  ),
  createCounts: guess(
    z.enum(["routes", "tables"]).default("routes"),
    "What a create counts: the routes it made, or the tables that they are in.",
    { from: "the field is called a total, and what it counts is not said", probe: "createAnswer" },
  ),
  mostRoutesPerCall: guess(count(100), "How many routes one call may be about.", {
    from: "the lists of this service have it",
    unasked: "a table has room for fifty",
  }),
  createMayDisable: guess(
    no,
    "Whether a route can be made disabled; if not, what the call says of it is ignored.",
    { from: "Terraform makes routes enabled, then disables them", probe: "createAnswer" },
  ),
  routesShowAfterMs: guess(
    milliseconds(0),
    "For how long reads do not show a new route, and whether the answer to its create shows none either.",
    {
      from: "an issue of Terraform tells of a route that was not there for seconds",
      unasked: "a look every few seconds measures it only roughly",
    },
  ),
  createAnswersNoRoutes: guess(
    no,
    "For how long reads do not show a new route, and whether the answer to its create shows none either.",
    { from: "the declared answer has the tables with their routes", probe: "createAnswer" },
  ),
  localRoutesAreListed: guess(no, "Whether reads show the routes that keep a VPC's own addresses inside.", {
    from: "no sample shows one",
    probe: "unknownIds",
  }),
  unknownTableIsEmpty: guess(
    yes,
    "Whether asking for a route table that is not there answers an empty list; if not, it answers ResourceNotFound.",
    { from: "lists of connections do so", probe: "unknownIds" },
  ),
  routeListDefault: guess(count(20), "How many routes a list has where no limit is given, and at most.", {
    from: "the sibling lists have it",
    unasked: "more than twenty routes would have to be there",
  }),
  routeListMost: guess(count(100), "How many routes a list has where no limit is given, and at most.", {
    from: "the sibling lists have it",
    unasked: "a table has room for fifty",
  }),
  routesOfBothSidesGo: guess(
    yes,
    "Whether the routes of both sides go with a connection; if not, only those of who deletes it.",
    { from: "routes go with their connection, the guide says, and not whose", probe: "othersRoutes" },
  ),
};
