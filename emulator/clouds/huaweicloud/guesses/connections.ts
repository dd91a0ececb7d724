import { z } from "zod";
import { milliseconds, no, yes } from "../../../core/fields";
import { guess } from "../../../core/guess";
import { refusal } from "./refusal";

/** Of connections: what Huawei Cloud documents nowhere, each with the answer assumed here. */
export const connections = {
  sameTenantIs: guess(
    z.enum(["project", "domain", "nobody"]).default("project"),
    "Which two VPCs are connected without an acceptance: those of one project, those of one account, or none.",
    { from: 'documents use "account" and "project" for it', probe: "sameTenant" },
  ),
  requestsExpire: guess(yes, "Whether a request that nobody answers lapses after `timings.expireMs`.", {
    from: "the status EXPIRED is documented, a time is not",
    unasked: "nobody says for how long to wait",
  }),
  deadBlocksPair: guess(
    yes,
    "Whether a rejected or expired connection stands in the way of a new one of its pair.",
    { from: "a pair has one connection at a time, whatever its status", probe: "rejection" },
  ),
  deadCountsAgainstQuota: guess(no, "Whether a rejected or expired connection counts against the quota.", {
    from: "a quota of what works is likelier than one of what ever was",
    unasked: "a quota would have to be used up",
  }),
  pendingCountsForAccepter: guess(
    no,
    "Whether a request counts against the accepter's quota before it is accepted.",
    { from: "nobody else should be able to use up a quota", unasked: "a quota would have to be used up" },
  ),
  invisibleAfterCreateMs: guess(
    milliseconds(0),
    "For how long a new connection answers 404 to those who read it, and is in no list.",
    {
      from: "Terraform waits 5 seconds before it looks",
      unasked: "a look every few seconds measures it only roughly",
    },
  ),
  visibleAfterDeleteMs: guess(
    milliseconds(0),
    "For how long a deleted connection can still be read, in its last status.",
    {
      from: "Terraform and others look until nothing is there",
      unasked: "a look every few seconds measures it only roughly",
    },
  ),
  duplicate: guess(
    refusal(409, "VpcPeeringExist", "A peering between VPCs %s already exists."),
    "What a create gets if the pair of VPCs is connected. `%s` is both VPCs.",
    { from: "the wording of sibling resources", probe: "duplicate" },
  ),
  overQuota: guess(
    refusal(409, "OverQuota", "Quota exceeded for resources: ['peering']."),
    "What a create or an accept gets beyond the quota.",
    { from: "sibling resources word it so, with 409", unasked: "a quota would have to be used up" },
  ),
  wrongState: guess(
    refusal(
      409,
      "VpcPeeringActionNotPermitted",
      "The action is not permitted in status %s, only in PENDING_ACCEPTANCE.",
    ),
    "What an accept or a reject gets if the connection does not wait for one. `%s` is its status.",
    { from: "Terraform's own words for it", probe: "wrongState" },
  ),
  wrongSide: guess(
    refusal(403, "PolicyNotAuthorized", "Only the owner of the accepter VPC may do this."),
    "What the requester gets who accepts or rejects.",
    { from: "who may not do a thing is told so by the policy", probe: "wrongSide" },
  ),
  stranger: guess(
    refusal(404, "ResourceNotFound", "Resource could not be found."),
    "What a project gets that is neither requester nor accepter.",
    { from: "who may not know of a thing is mostly told that it is not there", probe: "stranger" },
  ),
  unknownVpc: guess(
    refusal(400, "InvalidInput", "Invalid input for operation: Request VPC id or tenant id is incorrect."),
    "What a create gets if its own VPC is not there, not the caller's, or in another region than the other.",
    { from: "a sample of the accepter's end reads so", probe: "unknownVpc" },
  ),
  sameVpc: guess(
    refusal(400, "InvalidInput", "Invalid input for operation: Both VPCs are the same."),
    "What a create gets if both ends are one VPC.",
    { from: "an input that is wrong in itself", probe: "sameVpc" },
  ),
  emptyUpdate: guess(
    refusal(400, "HTTPBadRequest", "At least one of name and description must be given."),
    "What an update without a name and a description gets.",
    { from: "at least one of the two is documented as required", probe: "emptyUpdate" },
  ),
};
