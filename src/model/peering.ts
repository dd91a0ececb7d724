import type { Properties } from "./properties";
import type { PeeringStatus } from "./status";

/** One end of a connection, as the program writes it, and as the state keeps it. */
export interface SideInputs {
  vpcId: string;
  region: string;
  accountId?: string;
  projectId?: string;
}

/** One end of a connection. `account` is a UID, a UIN or a project id, always a string. */
export interface Side {
  vpcId: string;
  region: string;
  account: string;
}

/** A connection as a cloud shows it, in the words of this package. The marker is never among the tags. */
export interface Peering extends Properties {
  id: string;
  status: PeeringStatus;
  /** The cloud's own word for the status. */
  cloudStatus: string;
  requester: Side;
  accepter: Side;
  /** Who made it, if it bears the marker of this package. */
  owner?: Owner;
  /** The address blocks of either VPC, secondary and IPv6 ones included, where the cloud tells them with the connection. */
  blocks?: { requester?: string[]; accepter?: string[] };
  /** ISO 8601, UTC. */
  createdAt?: string;
  /** ISO 8601, UTC; only while the connection waits for acceptance or has expired. */
  expiresAt?: string;
  /** ISO 8601, UTC: when it last changed, where the cloud says so. */
  changedAt?: string;
  /** What its user should know of the state it is in, as a sentence that begins with the cloud. */
  notice?: string;
}

/** A connection as it is asked for. */
export interface ConnectionSpec extends Properties {
  requester: Side;
  accepter: Side;
  owner: Owner;
}

/** The ownership mark on a connection: a hash, and in words the stack that made it. */
export interface Owner {
  marker: string;
  /** `organization/project/stack`, where the cloud has room for it. */
  stack?: string;
  /** The property that bears it, where that is not the one that it was made with: each change of it brings the mark along. */
  within?: "name";
}

/** The pair of VPCs that a connection joins, in the order requester, accepter. */
export interface VpcPair {
  requester: Pick<Side, "vpcId" | "region">;
  accepter: Pick<Side, "vpcId" | "region">;
}

/** Whether a connection joins this pair of VPCs, in either direction. */
export function joins(peering: Peering, pair: VpcPair): boolean {
  return (
    joinsInOrder(peering, pair) ||
    joinsInOrder(peering, { requester: pair.accepter, accepter: pair.requester })
  );
}

/** Whether a connection joins this pair of VPCs with the same requester and accepter. */
export function joinsInOrder(peering: Peering, pair: VpcPair): boolean {
  return peering.requester.vpcId === pair.requester.vpcId && peering.accepter.vpcId === pair.accepter.vpcId;
}

/** `vpc-a (cn-hangzhou) → vpc-b (cn-beijing)`: how messages name a pair. */
export function nameOfPair({ requester, accepter }: VpcPair): string {
  return `${requester.vpcId} (${requester.region}) → ${accepter.vpcId} (${accepter.region})`;
}
