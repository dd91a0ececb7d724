import type { ConnectionSpec, Side } from "../../model/peering";
import type { Context } from "./context";

/** How many connections there may be. */
export interface Quota {
  /** Whether each VPC has so many, or all VPCs of a project together. */
  per: "vpc" | "project";
  limit: number;
}

/**
 * What a cloud tells, before a connection is made, of the ground that it will stand on. Nothing here changes
 * anything, and each verb sees only what the keys in use may see.
 */
export interface PreflightReads {
  /** The address blocks of one of this account's VPCs, secondary and IPv6 ones included; nothing if these keys see no such VPC. Absent where a cloud cannot be asked for VPCs. */
  addresses?(vpc: Pick<Side, "vpcId" | "region">, context: Context): Promise<string[] | undefined>;
  /** The quota that a new connection counts against; nothing if there is none. Absent where only a rehearsal tells. */
  quota?(request: Pick<Side, "region">, context: Context): Promise<Quota | undefined>;
  /** The blocks of the subnets of one of this account's VPCs. */
  subnets?(vpc: Pick<Side, "vpcId" | "region">, context: Context): Promise<string[]>;
  /** How many routes a table can have; nothing if the answer does not say. Absent where a cloud cannot be asked. */
  routesPerTable?(request: Pick<Side, "region">, context: Context): Promise<number | undefined>;
  /** Has the cloud make every check of a create, its right to be made among them, without doing it. Absent where a cloud cannot. */
  rehearse?(spec: ConnectionSpec, context: Context): Promise<void>;
}

/** The blocks that are named, without those that are empty or missing. */
export function blocksIn(...blocks: unknown[]): string[] {
  return blocks.flat().filter((block): block is string => typeof block === "string" && block !== "");
}
