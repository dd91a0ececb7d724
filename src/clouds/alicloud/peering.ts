import type { Peering, Side } from "../../model/peering";
import type { PeeringStatus } from "../../model/status";
import { splitTags } from "../markerTag";

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

/** A connection as GetVpcPeerConnectionAttribute and ListVpcPeerConnections show it. */
export interface Row {
  InstanceId: string;
  Status: string;
  Name?: string;
  Description?: string;
  OwnerId: string | number;
  AcceptingOwnerUid: string | number;
  RegionId: string;
  AcceptingRegionId: string;
  Vpc: { VpcId: string };
  AcceptingVpc: { VpcId: string };
  Bandwidth?: number;
  LinkType?: string;
  GmtCreate?: string;
  GmtExpired?: string | null;
  ResourceGroupId?: string;
  Tags?: { Key: string; Value: string }[];
}

/** Reads a row. A status that the facts do not know counts as on its way. */
export function peeringOf(row: Row): Peering {
  const requester: Side = { vpcId: row.Vpc.VpcId, region: row.RegionId, account: String(row.OwnerId) };
  const accepter: Side = {
    vpcId: row.AcceptingVpc.VpcId,
    region: row.AcceptingRegionId,
    account: String(row.AcceptingOwnerUid),
  };
  return {
    id: row.InstanceId,
    status: STATUSES[row.Status] ?? "updating",
    cloudStatus: row.Status,
    requester,
    accepter,
    ...splitTags(Object.fromEntries((row.Tags ?? []).map(({ Key, Value }) => [Key, Value]))),
    ...present({
      name: row.Name,
      description: row.Description,
      bandwidth: row.Bandwidth,
      linkType: row.LinkType,
      resourceGroupId: row.ResourceGroupId,
      createdAt: row.GmtCreate,
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
