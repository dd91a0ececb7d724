import { z } from "zod";
import { milliseconds, no, wholeNumber, yes } from "../../core/fields";
import { shapeLetters } from "./errors";

/** An error of the peering calls: an HTTP status, and the type in its NeutronError. */
const refusal = (status: number, type: string, message: string) =>
  z
    .strictObject({
      status: wholeNumber("", { from: 400, to: 599 }).default(status),
      type: z.string().min(1).default(type),
      message: z.string().default(message),
    })
    .prefault({});

/** What Huawei Cloud documents nowhere, each with the answer assumed here. Set them otherwise to test the other answer. */
export const guessesSchema = z.strictObject({
  /** Which two VPCs are connected without an acceptance: those of one project, those of one account, or none. */
  sameTenantIs: z.enum(["project", "domain", "nobody"]).default("project"),
  /** Whether a request that nobody answers lapses after `timings.expireMs`. */
  requestsExpire: yes,
  /** Whether a rejected or expired peering stands in the way of a new one of its pair. */
  deadBlocksPair: yes,
  /** Whether a rejected or expired peering counts against the quota. */
  deadCountsAgainstQuota: no,
  /** Whether a request counts against the accepter's quota before it is accepted. */
  pendingCountsForAccepter: no,

  /** For how long a new peering answers 404 to those who read it, and is in no list. */
  invisibleAfterCreateMs: milliseconds(0),
  /** For how long a deleted peering can still be read, in its last status. */
  visibleAfterDeleteMs: milliseconds(0),

  /** What a create gets if the pair of VPCs is connected. `%s` is both VPCs. */
  duplicate: refusal(409, "VpcPeeringExist", "A peering between VPCs %s already exists."),
  /** What a create or an accept gets beyond the quota. */
  overQuota: refusal(409, "OverQuota", "Quota exceeded for resources: ['peering']."),
  /** What an accept or a reject gets if the peering does not wait for one. `%s` is its status. */
  wrongState: refusal(
    409,
    "VpcPeeringActionNotPermitted",
    "The action is not permitted in status %s, only in PENDING_ACCEPTANCE.",
  ),
  /** What the requester gets who accepts or rejects. */
  wrongSide: refusal(403, "PolicyNotAuthorized", "Only the owner of the accepter VPC may do this."),
  /** What a project gets that is neither requester nor accepter. */
  stranger: refusal(404, "ResourceNotFound", "Resource could not be found."),
  /** What a create gets if its own VPC is not there, not the caller's, or in another region than the other. */
  unknownVpc: refusal(
    400,
    "InvalidInput",
    "Invalid input for operation: Request VPC id or tenant id is incorrect.",
  ),
  /** What a create gets if both ends are one VPC. */
  sameVpc: refusal(400, "InvalidInput", "Invalid input for operation: Both VPCs are the same."),
  /** What an update without a name and a description gets. */
  emptyUpdate: refusal(400, "HTTPBadRequest", "At least one of name and description must be given."),

  /** The gateway's code for a signature that is more than 15 minutes old. */
  skewCode: z.enum(["APIGW.0301", "APIGW.0303"]).default("APIGW.0301"),
  /** The gateway's code for a project that the keys have no right to. */
  foreignProjectCode: z.enum(["APIGW.0301", "APIGW.0302", "APIGW.0306"]).default("APIGW.0302"),
  /** What a path gets that is no API: with the gateway's code, or without. `C` and `E` are older names for the two. */
  unknownPathShape: z
    .enum(["gateway", "gatewayWithoutCode", "C", "E"])
    .transform((name) => (name === "C" || name === "E" ? shapeLetters[name] : name))
    .default("gateway"),
  /** What the entries of `peerings_links` hold. */
  linksHold: z.enum(["href", "marker", "nothing"]).default("href"),
  /** Which end the filter `tenant_id` of a list looks at. */
  tenantFilterIs: z.enum(["either", "requester", "accepter"]).default("either"),
});

/** The answers in force. */
export type Guesses = z.output<typeof guessesSchema>;
