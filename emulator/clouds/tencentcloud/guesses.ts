import { z } from "zod";
import { count, errorCode, milliseconds, no, wholeNumber, yes } from "../../core/fields";

/** What Tencent Cloud documents nowhere, each with the answer assumed here. Set them otherwise to test the other answer. */
export const guessesSchema = z.strictObject({
  /** Whether A to B and B to A count as the same pair of VPCs. */
  pairIsUnordered: yes,
  /** Whether a rejected or expired peering stands in the way of a new one of its pair. */
  deadBlocksPair: no,
  /** Whether a rejected or expired peering counts against the quota. */
  deadCountsAgainstQuota: no,
  /** Whether the addresses of a VPC's other peers may not overlap either. */
  otherPeersMustNotOverlap: yes,
  /** Which of the two spellings a conflict of addresses has. */
  cidrConflictCode: errorCode("UnsupportedOperation.VpcPeerCidrConflict"),
  /** What create answers when both ends are one VPC. */
  sameVpcCode: errorCode("InvalidParameterValue"),
  /** Whether a peering between regions must name its bandwidth. */
  interRegionNeedsBandwidth: yes,
  /** Whether bandwidth (other than 0), charge type or quality within one region are refused; if not, they are ignored. */
  intraRegionRefusesOptions: yes,
  /** The most characters that a name may have. */
  longestName: count(60),

  /** For how long a new peering cannot be read yet. */
  createShowsAfterMs: milliseconds(0),
  /** Whether a change between regions takes `timings.updateMs` to show. */
  modifyShowsLater: yes,
  /** Whether an accepted peering is active at once; if not, it stays PENDING for `timings.acceptMs`. */
  acceptIsImmediate: yes,
  /** Whether who rejected a peering can still read it; the console does not show it any more. */
  rejectedReadableByAccepter: yes,
  /** For how long a deleted peering can still be read, with the state DELETED, and by whom. */
  deletedReadableMs: milliseconds(0),
  deletedReadableBy: z.enum(["otherSide", "both"]).default("otherSide"),
  /** Whether asking for an id that is not there answers an empty list; if not, it answers ResourceNotFound. */
  unknownIdIsEmpty: yes,

  /** What an account gets that is neither requester nor accepter and tries to change something. */
  strangerCode: errorCode("ResourceNotFound"),
  /** Whether the accepter may modify. */
  accepterMayModify: no,
  /** Whether a peering may be modified while it waits for the accepter. */
  modifiableWhilePending: yes,
  /** Whether the accepter may delete a request that it has not answered. */
  accepterMayDeleteUnanswered: yes,
  /** Whether a call must name the region of the caller's own side. */
  callsCheckRegion: yes,
  /** Which calls are refused while another one holds a VPC (`timings.vpcLockMs`). */
  mutexActions: z.array(z.string()).default(["DeleteVpcPeeringConnection"]),

  /** Whether the filter vpc-id goes by either end, or by the requester's alone. */
  vpcFilterIs: z.enum(["either", "source"]).default("either"),
  /** Whether the name in a filter may be a part of the peering's name. */
  nameFilterIsFuzzy: yes,
  /** How many peerings a list has where no limit is given, and at most. */
  listDefault: count(20),
  listMost: count(100),
  /** Which way a list is ordered where nothing is said of it. */
  listDirection: z.enum(["ASC", "DESC"]).default("DESC"),
  /** Whether each region of an account has calls of its own to spend. */
  limitIsPerRegion: yes,

  /** What a route gets to a peering that is not there, to one of other VPCs, and to one that is not active. */
  unknownHopCode: errorCode("ResourceNotFound"),
  foreignHopCode: errorCode("InvalidParameterValue.RouteNextHopInvalid"),
  inactiveHopCode: errorCode("InvalidParameterValue.RouteNextHopInvalid"),
  /** What a route gets that is there already. */
  sameRouteCode: errorCode("InvalidParameterValue.Duplicate"),
  /** What it gets if its destination is led elsewhere already, by a user's route or by one of the cloud's own network. */
  otherHopCode: errorCode("UnsupportedOperation.EcmpWithUserRoute"),
  ccnHopCode: errorCode("UnsupportedOperation.EcmpWithCcnRoute"),
  /** Which blocks of the other VPC a route to a peering may lead into. */
  peerBlocksAre: z.enum(["all", "primary"]).default("all"),
  /** Which peerings take IPv6. */
  ipv6Peerings: z.enum(["all", "intraRegion", "none"]).default("intraRegion"),
  /** Whether a destination such as 10.2.3.4/16 is refused; if not, it becomes 10.2.0.0/16. */
  hostBitsRefused: yes,
  /** Whether a route that is switched off stands in the way of another to its destination. */
  disabledRoutesClash: no,
  /** Whether a call makes or removes all of its routes or none; if not, those before the first that it cannot. */
  routeCallsAreAtomic: yes,
  /** What a create counts: the routes it made, or the tables that they are in. */
  createCounts: z.enum(["routes", "tables"]).default("routes"),
  /** How many routes one call may be about. */
  mostRoutesPerCall: count(100),
  /** Whether a route can be made disabled; if not, what the call says of it is ignored. */
  createMayDisable: no,
  /** For how long reads do not show a new route, and whether the answer to its create shows none either. */
  routesShowAfterMs: milliseconds(0),
  createAnswersNoRoutes: no,
  /** Whether reads show the routes that keep a VPC's own addresses inside. */
  localRoutesAreListed: no,
  /** Whether asking for a route table that is not there answers an empty list; if not, it answers ResourceNotFound. */
  unknownTableIsEmpty: yes,
  /** How many routes a list has where no limit is given, and at most. */
  routeListDefault: count(20),
  routeListMost: count(100),
  /** Whether the routes of both sides go with a peering, or only those of who deletes it. */
  routesOfBothSidesGo: yes,

  /** Whether the field Type shows the type that the create asked for. */
  typeIsEchoed: yes,
  /** What it shows where none was asked for, or where it is no echo; the service's own sample has this. */
  typeShown: z.string().default("VPC0"),
  /** The charge type and the quality where none is given. */
  defaultChargeType: z.string().default("POSTPAID_BY_DAY_MAX"),
  defaultQosLevel: z.string().default(""),
  /** How many hours the clock of CreateTime is ahead of UTC: it is China's. */
  hoursAheadOfUtc: wholeNumber("of hours", { from: -12, to: 14 }).default(8),
});

/** The answers in force. */
export type Guesses = z.output<typeof guessesSchema>;
