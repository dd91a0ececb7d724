import { z } from "zod";
import type { FactsByCloud } from "../../../model/clouds";
import { defined } from "../../../model/defined";
import type { Peering } from "../../../model/peering";
import type { PropertyOf } from "../../../model/properties";
import type { PeeringStatus } from "../../../model/status";
import { present } from "../kit/answer";
import { canonicalBlocks } from "../kit/canonicalBlocks";
import type { FieldMap } from "../kit/fields";
import { propertiesIn } from "../kit/fields";
import { tagsIn } from "../kit/markerTag";
import { shaped } from "../kit/shaped";

/** The properties of a connection here. */
export type Property = PropertyOf<FactsByCloud["alicloud"]>;

/** The API's field for each property. A create, a change and a row all go by this one map. */
export const FIELDS = {
  name: "Name",
  description: "Description",
  tags: { asked: "Tag", answered: "Tags" },
  bandwidth: "Bandwidth",
  linkType: "LinkType",
  resourceGroupId: "ResourceGroupId",
} as const satisfies FieldMap<Property>;

/** The cloud's words for a status, and ours. */
const STATUSES: Record<string, PeeringStatus> = {
  Creating: "creating",
  Accepting: "pending",
  Updating: "updating",
  Activated: "active",
  Rejected: "rejected",
  Expired: "expired",
  Deleting: "deleting",
  Deleted: "deleted",
};

const account = z.union([z.string(), z.number()]).transform(String);
// A connection is one without the blocks of its VPCs, too.
const blocks = z.array(z.string()).nullish().catch(undefined);
const vpc = z.object({ VpcId: z.string(), Ipv4Cidrs: blocks, Ipv6Cidrs: blocks });
const instant = z.string().nullish();

/** A connection as GetVpcPeerConnectionAttribute and ListVpcPeerConnections show it; what else there is does not matter. */
const ROW = z.looseObject({
  InstanceId: z.string(),
  Status: z.string(),
  OwnerId: account,
  AcceptingOwnerUid: account,
  RegionId: z.string(),
  AcceptingRegionId: z.string(),
  Vpc: vpc,
  AcceptingVpc: vpc,
  Tags: z.array(z.object({ Key: z.string(), Value: z.string().nullish() })).nullish(),
  GmtCreate: instant,
  GmtModified: instant,
  GmtExpired: instant,
});

/** Reads a row. A status that the facts do not know counts as on its way. */
export function peeringOf(answer: unknown, action: string): Peering {
  const origin = { cloud: "alicloud", action } as const;
  const row = shaped(ROW, answer, origin);
  return {
    id: row.InstanceId,
    status: STATUSES[row.Status] ?? "updating",
    cloudStatus: row.Status,
    requester: { vpcId: row.Vpc.VpcId, region: row.RegionId, account: row.OwnerId },
    accepter: {
      vpcId: row.AcceptingVpc.VpcId,
      region: row.AcceptingRegionId,
      account: row.AcceptingOwnerUid,
    },
    ...tagsIn(row.Tags),
    ...propertiesIn(FIELDS, row, origin),
    ...blocksIn(row),
    ...present({ createdAt: row.GmtCreate, changedAt: row.GmtModified, expiresAt: row.GmtExpired }),
  };
}

/** The blocks of both VPCs, each where the answer has any: no VPC is without. */
function blocksIn({ Vpc, AcceptingVpc }: z.output<typeof ROW>): Pick<Peering, "blocks"> {
  const blocksOf = ({ Ipv4Cidrs, Ipv6Cidrs }: z.output<typeof vpc>): string[] | undefined => {
    const told = canonicalBlocks(Ipv4Cidrs, Ipv6Cidrs);
    return told.length === 0 ? undefined : told;
  };
  const told = defined({ requester: blocksOf(Vpc), accepter: blocksOf(AcceptingVpc) });
  return Object.keys(told).length === 0 ? {} : { blocks: told };
}
