import { z } from "zod";
import type { Peering } from "../../../model/peering";
import type { PeeringStatus } from "../../../model/status";
import { splitTags } from "../kit/markerTag";
import { nonsense } from "../kit/answer";

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
const vpc = z.object({ VpcId: z.string() });
const text = z.string().nullish();

/** A connection as GetVpcPeerConnectionAttribute and ListVpcPeerConnections show it; what else there is does not matter. */
const ROW = z.object({
  InstanceId: z.string(),
  Status: z.string(),
  OwnerId: account,
  AcceptingOwnerUid: account,
  RegionId: z.string(),
  AcceptingRegionId: z.string(),
  Vpc: vpc,
  AcceptingVpc: vpc,
  Name: text,
  Description: text,
  Bandwidth: z.number().nullish(),
  LinkType: text,
  GmtCreate: text,
  GmtModified: text,
  GmtExpired: text,
  ResourceGroupId: text,
  Tags: z.array(z.object({ Key: z.string(), Value: text })).nullish(),
});

/** Reads a row. A status that the facts do not know counts as on its way. */
export function peeringOf(answer: unknown, action: string): Peering {
  const result = ROW.safeParse(answer);
  if (!result.success)
    throw nonsense("alicloud", action, `no ${result.error.issues[0]?.path.join(".") ?? "connection"}`);
  const row = result.data;
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
    ...splitTags(Object.fromEntries((row.Tags ?? []).map(({ Key, Value }) => [Key, Value ?? ""]))),
    ...present({
      name: row.Name,
      description: row.Description,
      bandwidth: row.Bandwidth,
      linkType: row.LinkType,
      resourceGroupId: row.ResourceGroupId,
      createdAt: row.GmtCreate,
      changedAt: row.GmtModified,
      expiresAt: row.GmtExpired,
    }),
  };
}

type Present<T> = { [K in keyof T]?: Exclude<T[K], undefined | null> };

/** Leaves out what the answer does not say. */
function present<T extends object>(fields: T): Present<T> {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined && value !== null && value !== ""),
  ) as Present<T>;
}
