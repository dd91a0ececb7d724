import { z } from "zod";
import { errorCode, milliseconds, no, yes } from "../../core/fields";

/** What Alibaba Cloud documents nowhere, each with the answer assumed here. Set them otherwise to test the other answer. */
export const guessesSchema = z.strictObject({
  /** Whether A to B and B to A count as the same pair of VPCs. */
  pairIsUnordered: yes,
  /** Whether two peerings may link one pair; if not, the second create gets `ResourceAlreadyExist.VpcPeer`. */
  duplicatesAllowed: no,
  /** Whether a rejected or expired peering stands in the way of a new one of its pair. */
  deadBlocksPair: no,
  /** Whether a rejected or expired peering counts against the quotas. */
  deadCountsAgainstQuota: no,

  /** For how long a deleted peering can still be read, with the status Deleted. */
  deletedReadableMs: milliseconds(0),
  /** What an account gets that is neither requester nor accepter. */
  strangerCode: errorCode("ResourceNotFound.InstanceId"),
  /** What the requester gets who accepts or rejects. */
  wrongSideCode: errorCode("Forbidden.NoPermission"),
  /** What create answers when the requester's VPC is not there, not the caller's, or in another region. */
  unknownVpcCode: errorCode("ResourceNotFound.Vpc"),
  /** The same for the accepter's VPC, also when it is not of the account given. */
  unknownAcceptingVpcCode: errorCode("ResourceNotFound.AcceptingVpc"),
  /** What create answers when both ends are one VPC. */
  sameVpcCode: errorCode("IllegalParam.AcceptingVpcId"),

  /** How long a ClientToken is remembered. */
  tokenRetentionMs: milliseconds(86_400_000),
  /** For how long after a call its token counts as still being worked on. */
  tokenInProgressMs: milliseconds(0),
  /** What a second call with such a token gets. */
  tokenInProgressCode: errorCode("OperationFailed.IdempotentTokenProcessing"),
  /** Whether a create repeated with its token answers the old id even after that peering is gone. */
  tokenOutlivesConnection: yes,

  /** Whether an empty name or description in a modify clears it; if not, it is refused. */
  emptyTextClears: no,
  /** Whether the accepter may modify. */
  accepterMayModify: yes,
  /** Whether name and description may change while the request waits for the accepter. */
  textMayChangeWhileAccepting: yes,
  /** Whether the accepter may delete a request that it has not answered. */
  accepterMayDeleteUnanswered: no,
  /** Whether a delete with Force also clears the routes of the other side, and without it trips over them. */
  routesOfBothSidesCount: yes,

  /** Whether each account has a name and description of its own. */
  textPerAccount: no,
  /** Whether each account has tags of its own. */
  tagsPerAccount: yes,
  /** Whether each account has a resource group of its own. */
  resourceGroupPerAccount: yes,
  /** Whether tag calls must name the region of the caller's side. */
  tagsCheckRegion: yes,

  /** What a write gets while a route of the VPC is being worked on. */
  busyVpcCode: errorCode("TaskConflict"),
  /** What it gets if that is the very route it is about. */
  pendingEntryCode: errorCode("IncorrectRouteEntryStatus"),
  /** Whether a batch goes through in that time, and each of its entries fails; if not, the call is refused. */
  busyFailsByEntry: no,
  /** Whether one entry that fails keeps a batch from doing any. */
  batchIsAtomic: no,
  /** Whether one batch may be about several VPCs. */
  batchMayMixVpcs: yes,
  /** Whether a batch takes destinations that contain vSwitches, as the single call does. */
  batchAllowsSupernets: yes,
  /** What a route gets to where its table leads already, wherever that is. */
  duplicateRouteCode: errorCode("InvalidCIDRBlock.Duplicate"),
  /** What a route gets to a peering that is not there, and to one of other VPCs. */
  unknownHopCode: errorCode("ResourceNotFound.VpcPeer"),
  foreignHopCode: errorCode("ResourceNotFound.VpcPeer"),
  /** What it gets to a peering that is not active. */
  inactiveHopCode: errorCode("IncorrectStatus.VpcPeer"),
  /** What an IPv4 route gets into a vSwitch, or to the addresses of the cloud's services. */
  ownDestinationCode: errorCode("InvalidCidrBlock"),
  /** Which calls take a part of the services' addresses as a destination. */
  partsOfServiceRange: z.enum(["always", "single", "never"]).default("single"),
  /** Whether tables other than the system's take routes of IPv6. */
  customTablesTakeIpv6: yes,
  /** Whether a destination such as 10.2.3.4/16 is refused; if not, it becomes 10.2.0.0/16. */
  hostBitsRefused: yes,
  /** What a delete gets whose route is not there. */
  unknownEntryCode: errorCode("InvalidRouteEntry.NotFound"),
  /** Whether a new name or description alone makes a route Modifying for a while, as a new next hop does. */
  newTextsTakeTime: no,
  /** What a modify gets that changes nothing. */
  unchangedHopCode: errorCode("OperationDenied.NextHopNotChanged"),
  /** Whether a list of routes tells how many there are. */
  listCountsRoutes: yes,
  /** What stands for the token on the last page of a list of routes. */
  lastTokenIs: z.enum(["empty", "absent"]).default("empty"),
  /** Whether a list of routes cuts a page larger than 100 down; if not, it is refused. */
  largePagesAreCut: yes,
  /** Whether a peering shows the secondary blocks of its VPCs, too. */
  peeringShowsSecondaryBlocks: yes,

  /** Whose region the list filters by: the caller's own side, the requester's, or either. */
  listRegionIs: z.enum(["caller", "requester", "either"]).default("caller"),
  /** Whether a name in the list call may be a part of the peering's name. */
  listNameIsFuzzy: no,
  /** Whether peerings that are being deleted are listed. */
  listShowsDeleting: yes,
});

/** The answers in force. */
export type Guesses = z.output<typeof guessesSchema>;
