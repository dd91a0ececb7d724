import type { PeeringRecord, PeeringSide } from "../core/store/peering";
import type { OpenCloud } from "../core/openCloud";
import type { PeeringStatus } from "../core/store/status";

/** One end of a peering in the admin API. */
export interface PeeringRowSide {
  readonly vpcId: string;
  readonly region: string;
  readonly account: string;
}

/** A peering as `GET /_emulator/peerings` shows it. */
export interface PeeringRow<Name extends string = string> {
  readonly cloud: Name;
  readonly id: string;
  readonly status: PeeringStatus;
  /** The cloud's own word for the status. */
  readonly cloudStatus: string;
  readonly name: string;
  readonly description: string;
  /** The tags of both sides together; where both have a key, the requester's value. */
  readonly tags: Readonly<Record<string, string>>;
  readonly bandwidth: number | null;
  readonly requester: PeeringRowSide;
  readonly accepter: PeeringRowSide;
  readonly createdAt: string;
  readonly expiresAt: string | null;
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
