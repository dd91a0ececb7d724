import type { Peering, Side } from "../../../model/peering";
import type { PeeringStatus } from "../../../model/status";
import { splitTags } from "../kit/markerTag";
import { longRegion } from "./regions";

/**
 * The cloud's words for a status, and ours. ISOLATED is what becomes of a connection whose account owes money: it
 * carries no traffic but comes back, so it counts as on its way and is never replaced.
 */
const STATUSES: Readonly<Record<string, PeeringStatus>> = {
  PENDING: "pending",
  ACTIVE: "active",
  REJECTED: "rejected",
  EXPIRED: "expired",
  DELETED: "deleted",
  FAILED: "failed",
  ISOLATED: "updating",
};

const ISOLATED =
  "Tencent Cloud has isolated it, as it does with resources of an account that owes money: it carries no traffic until the bill is settled.";

/** A connection as DescribeVpcPeeringConnections shows it. What is of no use here is left out. */
export interface Row {
  PeeringConnectionId: string;
  PeeringConnectionName?: string;
  State: string;
  SourceVpcId: string;
  SourceRegion: string;
  SourceUin: number | string;
  /** The same as `DestinationVpcId`, which came later. */
  PeerVpcId?: string;
  DestinationVpcId?: string;
  DestinationRegion: string;
  DestinationUin: number | string;
  Bandwidth?: number;
  ChargeType?: string;
  QosLevel?: string;
  CreateTime?: string;
  TagSet?: { Key: string; Value: string }[] | null;
}

/** Reads a row. A status that the facts do not know counts as on its way. */
export function peeringOf(row: Row): Peering {
  const requester: Side = {
    vpcId: row.SourceVpcId,
    region: longRegion(row.SourceRegion),
    account: String(row.SourceUin),
  };
  const accepter: Side = {
    vpcId: row.DestinationVpcId ?? row.PeerVpcId ?? "",
    region: longRegion(row.DestinationRegion),
    account: String(row.DestinationUin),
  };
  // Within one account nobody has to accept, so there the same word means that it is being made.
  const isBeingMade = row.State === "PENDING" && requester.account === accepter.account;
  return {
    id: row.PeeringConnectionId,
    status: isBeingMade ? "creating" : (STATUSES[row.State] ?? "updating"),
    cloudStatus: row.State,
    requester,
    accepter,
    ...splitTags(Object.fromEntries((row.TagSet ?? []).map(({ Key, Value }) => [Key, Value]))),
    ...present({
      name: row.PeeringConnectionName,
      // Inside one region there is no limit, which the cloud writes as 0.
      bandwidth: row.Bandwidth === 0 ? undefined : row.Bandwidth,
      chargeType: row.ChargeType,
      qosLevel: row.QosLevel,
      createdAt: instantOf(row.CreateTime),
      notice: row.State === "ISOLATED" ? ISOLATED : undefined,
    }),
  };
}

/** `2024-11-14 11:58:54`, in the time of China, as ISO 8601. */
function instantOf(text: string | undefined): string | undefined {
  const at = Date.parse(`${(text ?? "").replace(" ", "T")}+08:00`);
  return Number.isNaN(at) ? undefined : new Date(at).toISOString();
}

type Present<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** Leaves out what the answer does not say. */
function present<T extends object>(fields: T): Present<T> {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined && value !== ""),
  ) as Present<T>;
}
