import type { PeeringRecord, PeeringSide } from "../core/store/peering";
import type { OpenCloud } from "../core/openCloud";
import type { PeeringStatus } from "../core/store/status";

/** One end of a peering in the admin API. */
export interface PeeringRowSide {
  /** The VPC's id. */
  readonly vpcId: string;
  /** The VPC's region. */
  readonly region: string;
  /** Who owns the VPC: an account, on Huawei Cloud a project. */
  readonly account: string;
}

/** A peering as `GET /_emulator/peerings` shows it. */
export interface PeeringRow<Name extends string = string> {
  /** The cloud that it is on. */
  readonly cloud: Name;
  /** Its id in the cloud. */
  readonly id: string;
  /** Its status, in words that are the same for every cloud. */
  readonly status: PeeringStatus;
  /** The cloud's own word for the status. */
  readonly cloudStatus: string;
  /** Its name on the requester's side. */
  readonly name: string;
  /** Its description on the requester's side, the owner's mark included. */
  readonly description: string;
  /** The tags of both sides together; where both have a key, the requester's value. */
  readonly tags: Readonly<Record<string, string>>;
  /** Mbit/s, as the cloud shows it; null where its connections have none. */
  readonly bandwidth: number | null;
  /** Who asked. */
  readonly requester: PeeringRowSide;
  /** Who was asked. */
  readonly accepter: PeeringRowSide;
  /** ISO 8601, UTC, by the emulator's clock, as are all times here. */
  readonly createdAt: string;
  /** When a request that nobody answers expires; null if it never does. */
  readonly expiresAt: string | null;
  /** Whether it is deleted: only the admin API shows it then. */
  readonly deleted: boolean;
}

/** Shows a peering. */
export function peeringRow(clouds: readonly OpenCloud[], peering: PeeringRecord): PeeringRow {
  const words = clouds.find(({ cloud }) => cloud.name === peering.cloud)?.cloud.words;
  const { requester, accepter } = peering;
  return {
    cloud: peering.cloud,
    id: peering.id,
    status: peering.status,
    cloudStatus: peering.word ?? words?.wordFor(peering.status) ?? peering.status,
    name: requester.labels.name,
    description: requester.labels.description,
    tags: { ...accepter.labels.tags, ...requester.labels.tags },
    bandwidth: peering.bandwidth,
    requester: rowSide(requester),
    accepter: rowSide(accepter),
    createdAt: new Date(peering.createdAt).toISOString(),
    expiresAt: peering.expiresAt === null ? null : new Date(peering.expiresAt).toISOString(),
    deleted: peering.status === "deleted",
  };
}

function rowSide({ vpcId, region, account }: PeeringSide): PeeringRowSide {
  return { vpcId, region, account };
}
