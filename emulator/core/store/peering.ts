import type { PeeringStatus } from "./status";

/** What an account may write on a peering. Some clouds keep one set for both sides, some a set for each. */
export interface Labels {
  name: string;
  description: string;
  tags: Record<string, string>;
  resourceGroupId: string;
}

/** One end of a peering. */
export interface PeeringSide {
  readonly vpcId: string;
  readonly region: string;
  /** The account: Alibaba's UID, Tencent's UIN or Huawei's project id. */
  readonly account: string;
  labels: Labels;
}

/** A peering of any cloud. Rooms read it and change its labels; its status and its ends change through the store alone. */
export interface PeeringRecord {
  readonly cloud: string;
  readonly id: string;
  /** Counts up with every peering made: a stable order for lists. */
  readonly seq: number;
  status: PeeringStatus;
  /** A word of the cloud put there by the admin API, shown instead of the status's own until the status changes. */
  word: string | null;
  bandwidth: number | null;
  readonly requester: PeeringSide;
  readonly accepter: PeeringSide;
  /** What only one cloud knows, such as `linkType`. */
  attributes: Record<string, string>;
  createdAt: number;
  updatedAt: number;
  expiresAt: number | null;
  /** When it was deleted; null while it lives, and where the admin API put it into that status. */
  deletedAt: number | null;
  /** True once the admin API removed it: no call sees it any more. */
  erased: boolean;
  /** The change that comes by itself, or null. */
  next: { readonly at: number; readonly status: PeeringStatus } | null;
}

/** Both ends of a peering, the requester's first. */
export function sidesOf(peering: PeeringRecord): readonly [PeeringSide, PeeringSide] {
  return [peering.requester, peering.accepter];
}

/** The regions of both ends. */
export interface Regions {
  readonly requester: { readonly region: string };
  readonly accepter: { readonly region: string };
}

/** Whether both ends lie within one region. */
export function isIntraRegion({ requester, accepter }: Regions): boolean {
  return requester.region === accepter.region;
}

/** Labels with nothing written on them. */
export function emptyLabels(): Labels {
  return { name: "", description: "", tags: {}, resourceGroupId: "" };
}
