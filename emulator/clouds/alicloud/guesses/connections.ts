import { z } from "zod";
import { errorCode, milliseconds, no, yes } from "../../../core/fields";
import { guess } from "../../../core/guess";

/** Of connections: what Alibaba Cloud documents nowhere, each with the answer assumed here. */
export const connections = {
  pairIsUnordered: guess(yes, "Whether A to B and B to A count as the same pair of VPCs.", {
    from: "the documented error speaks of the resource, not of its direction",
    probe: "pair",
  }),
  duplicatesAllowed: guess(
    no,
    "Whether two connections may link one pair; if not, the second create gets ResourceAlreadyExist.VpcPeer.",
    { from: "the error ResourceAlreadyExist.VpcPeer is listed for the create", probe: "pair" },
  ),
  deadBlocksPair: guess(
    no,
    "Whether a rejected or expired connection stands in the way of a new one of its pair.",
    {
      from: "a dead connection cannot be revived, so a new one has to be possible",
      probe: "rejection",
    },
  ),
  deadCountsAgainstQuota: guess(no, "Whether a rejected or expired connection counts against the quotas.", {
    from: "a quota of what works is likelier than one of what ever was",
    unasked: "a quota would have to be used up",
  }),
  deletedReadableMs: guess(
    milliseconds(0),
    "For how long a deleted connection can still be read, with the status Deleted.",
    {
      from: "Terraform's wait for the end of a delete is over only when nothing is found, within 5 minutes",
      unasked: "a look every few seconds measures it only roughly",
    },
  ),
  strangerCode: guess(
    errorCode("ResourceNotFound.InstanceId"),
    "What an account gets that is neither requester nor accepter.",
    {
      from: "who may not know of a thing is mostly told that it is not there",
      probe: "stranger",
      others: ["Forbidden.NoPermission"],
    },
  ),
  wrongSideCode: guess(
    errorCode("Forbidden.NoPermission"),
    "What the requester gets who accepts or rejects.",
    {
      from: "the page on errors has it for a failed authentication",
      probe: "wrongSide",
      others: ["IncorrectStatus.VpcPeer"],
    },
  ),
  unknownVpcCode: guess(
    errorCode("ResourceNotFound.Vpc"),
    "What create answers when the requester's VPC is not there, not the caller's, or in another region.",
    {
      from: "the one code on the page of the create that fits",
      probe: "unknownVpc",
      others: ["InvalidVpcId.NotFound"],
    },
  ),
  unknownAcceptingVpcCode: guess(
    errorCode("ResourceNotFound.AcceptingVpc"),
    "What create answers when the accepter's VPC is not there, or not of the account given.",
    {
      from: "the one code on the page of the create that fits",
      probe: "unknownAcceptingVpc",
      others: ["ResourceNotFound.Vpc"],
    },
  ),
  sameVpcCode: guess(
    errorCode("IllegalParam.AcceptingVpcId"),
    "What create answers when both ends are one VPC.",
    {
      from: "the page has IllegalParam for whatever parameter",
      probe: "sameVpc",
      others: ["IllegalParam.VpcId"],
    },
  ),
  tokenRetentionMs: guess(milliseconds(86_400_000), "How long a ClientToken is remembered.", {
    from: "nothing is said of it; a day outlives every run",
    unasked: "a day is too long to wait",
  }),
  tokenInProgressMs: guess(
    milliseconds(0),
    "For how long after a call its token counts as still being worked on.",
    {
      from: "that there is such a time follows from the codes for it",
      unasked: "two equal calls would have to meet by chance",
    },
  ),
  tokenInProgressCode: guess(
    errorCode("OperationFailed.IdempotentTokenProcessing"),
    "What a second call with such a token gets.",
    { from: "Terraform retries three such codes", unasked: "two equal calls would have to meet by chance" },
  ),
  tokenOutlivesConnection: guess(
    yes,
    "Whether a create repeated with its token answers the old id even after that connection is gone.",
    { from: "a token stands for the answer that it got", probe: "token" },
  ),
  emptyTextClears: guess(no, "Whether an empty description in a modify clears it; if not, it is refused.", {
    from: "the documented minimum is one character",
    probe: "texts",
  }),
  accepterMayModify: guess(yes, "Whether the accepter may modify.", {
    from: "Terraform's accepter resource changes the connection with the accepter's keys",
    probe: "twoAccounts",
  }),
  textMayChangeWhileAccepting: guess(
    yes,
    "Whether name and description may change while the request waits for the accepter.",
    { from: "nothing speaks against it", probe: "request" },
  ),
  accepterMayDeleteUnanswered: guess(
    no,
    "Whether the accepter may delete a request that it has not answered.",
    { from: "an accepter has Reject for that", probe: "request" },
  ),
  routesOfBothSidesCount: guess(
    yes,
    "Whether a delete with Force also clears the routes of the other side, and without it trips over them.",
    {
      from: "the error speaks of routes that point at the connection, not of whose they are",
      probe: "othersRoutes",
    },
  ),
  textPerAccount: guess(no, "Whether each account has a name and description of its own.", {
    from: "Get shows one name, and Modify takes one",
    probe: "twoAccounts",
  }),
  tagsPerAccount: guess(yes, "Whether each account has tags of its own.", {
    from: "tags belong to accounts everywhere, and Accept takes some",
    probe: "twoAccounts",
  }),
  resourceGroupPerAccount: guess(yes, "Whether each account has a resource group of its own.", {
    from: "Accept takes one of its own",
    unasked: "resource groups would have to be made, which are nobody's business here",
  }),
  tagsCheckRegion: guess(yes, "Whether tag calls must name the region of the caller's side.", {
    from: "tags are regional, the page says",
    probe: "tagsElsewhere",
  }),
  listRegionIs: guess(
    z.enum(["caller", "requester", "either"]).default("caller"),
    "Whose region the list filters by: the caller's own side, the requester's, or either.",
    {
      from: "the region is a required part of most calls, and then the caller's",
      unasked: "only a connection between regions of two accounts tells, which is billed",
    },
  ),
  listNameIsFuzzy: guess(no, "Whether a name in the list call may be a part of the connection's name.", {
    from: "Terraform's test expects a longer name to find nothing",
    probe: "texts",
  }),
  listShowsDeleting: guess(yes, "Whether connections that are being deleted are listed.", {
    from: "another tool filters such rows out",
    probe: "deletion",
  }),
};
