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

  /** What a route gets to a peering that is not there. `%s` is its id. */
  unknownHop: refusal(404, "VPC.0105", "Neutron Error: the peering %s could not be found."),
  /** What a route gets to a peering of other VPCs. */
  foreignHop: refusal(400, "VPC.0105", "Neutron Error: the peering %s is not one of this VPC."),
  /** What a route gets to a peering that is not active. `%s` is its status. */
  inactiveHop: refusal(400, "VPC.0105", "Neutron Error: the peering is %s."),
  /** Whether a route may lead to a peering that is not accepted yet. */
  pendingHopIsTaken: no,
  /** What a route gets to where its table leads already, wherever that is. `%s` is the destination. */
  duplicateRoute: refusal(400, "VPC.2812", "The route destination %s already exists."),
  /** Whether a route that is there already, with the same next hop, is a success. */
  sameAddIsFine: no,
  /** What a change gets of a route that is not there, and a removal. `%s` is the destination. */
  missingMod: refusal(400, "VPC.0101", "The route to %s does not exist."),
  missingDel: refusal(400, "VPC.0101", "The route to %s does not exist."),
  /** Whether the removal of a route that is not there is a success. */
  missingDelIsFine: no,
  /** Whether a removal that names a next hop spares a route that leads elsewhere. */
  delComparesHop: no,
  /** What a table gets with more routes than the quota. */
  routesOverQuota: refusal(409, "VPC.0114", "Quota exceeded for resources: ['routetable_contain_routes']."),
  /** Whether a change of a table does all or nothing; if not, it goes as far as it comes. */
  putIsAtomic: yes,
  /** Within which time after a change of a table another one overwrites what it wrote. */
  putOverwritesWithinMs: milliseconds(0),
  /** Whether destinations may contain subnets of the VPC. */
  supernetsAreTaken: yes,
  /** Whether a destination such as 10.2.3.4/16 is refused; if not, it becomes 10.2.0.0/16. */
  hostBitsRefused: yes,
  /** Whether destinations of IPv6 are shown compressed and in lower case; if not, as they were written. */
  destinationsAreNormalised: yes,
  /** Whether lists of tables show routes, too. */
  listShowsRoutes: no,
  /** Whether a table is read without the object around it. */
  showIsBare: no,
  /** Which edition tables look like: the private one has nulls, and further fields. */
  tablesLookLike: z.enum(["documented", "privateEdition"]).default("documented"),
  /** Whether version 2.0 of the API knows routes of other tables than the default one. */
  oldRoutesShowAllTables: no,
  /** Whether the routes of a peering stay when it is deleted. */
  routesOutlivePeering: no,

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
