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

  /** Whose region the list filters by: the caller's own side, the requester's, or either. */
  listRegionIs: z.enum(["caller", "requester", "either"]).default("caller"),
  /** Whether a name in the list call may be a part of the peering's name. */
  listNameIsFuzzy: no,
  /** Whether peerings that are being deleted are listed. */
  listShowsDeleting: yes,
});

/** The answers in force. */
export type Guesses = z.output<typeof guessesSchema>;
