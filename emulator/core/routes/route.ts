import type { Vpc } from "../store/vpcStore";
import type { Routing } from "./routing";

/** Where a route stands: only what is available leads packets. */
export const routeStatuses = ["available", "pending", "modifying", "deleting", "disabled"] as const;

/** One of {@link routeStatuses}. */
export type RouteStatus = (typeof routeStatuses)[number];

/** What a route leads to. */
export interface Hop {
  readonly kind: "peering" | "other";
  readonly id: string;
  /** The cloud's own word for the kind. */
  readonly type: string;
}

/** What the owner of a table says of a route. */
export interface RouteInput {
  readonly destination: string;
  readonly hop: Hop;
  readonly name?: string | undefined;
  readonly description?: string | undefined;
}

/** A route in a table. Its status changes through the store alone. */
export interface RouteRecord {
  readonly id: string;
  /** Counts up with every route made. */
  readonly seq: number;
  readonly table: RouteTable;
  destination: string;
  hop: Hop;
  name: string;
  description: string;
  status: RouteStatus;
  readonly createdAt: number;
  updatedAt: number;
  /** The change that comes by itself, or null. */
  next: { readonly at: number; readonly status: RouteStatus | "gone" } | null;
}

/** A table of a VPC. Which routes it holds is asked of the store. */
export interface RouteTable {
  readonly id: string;
  readonly vpc: Vpc;
  readonly routing: Routing;
  /** Whether it is the one that the VPC was made with, which every subnet is on that is on no other. */
  readonly main: boolean;
  /** Whether it is for what comes in through a gateway, and no subnet is on it. */
  readonly gateway: boolean;
  name: string;
  description: string;
  readonly createdAt: number;
  updatedAt: number;
}

/** A part of a VPC. */
export interface Subnet {
  readonly id: string;
  readonly vpc: Vpc;
  readonly cidr: string;
  readonly ipv6Cidr: string | undefined;
  table: RouteTable;
}

/** The address blocks of a subnet, IPv4 first. */
export function blocksOfSubnet({ cidr, ipv6Cidr }: Pick<Subnet, "cidr" | "ipv6Cidr">): string[] {
  return ipv6Cidr === undefined ? [cidr] : [cidr, ipv6Cidr];
}
