import { z } from "zod";
import { cidrBlocks, routeSchema, subnetSchema, tableSchema, text } from "../core/fields";

/** The body of `POST /_emulator/clock`. */
export const clockSchema = z.union(
  [
    z.strictObject({ advanceMs: z.number().refine(Number.isInteger) }),
    z.strictObject({ now: z.iso.datetime({ offset: true }) }),
  ],
  { error: 'must be {"advanceMs": <whole number>} or {"now": "<time such as 2026-01-31T12:00:00Z>"}' },
);

/** Whether `GET /_emulator/reach` asks of IPv6 addresses, not IPv4. */
export const reachVersion = z.enum(["true", "false"]);

/** The addresses that `GET /_emulator/reach` asks of: all of a VPC's blocks, or those of its subnets. */
export const reachAddresses = z.enum(["all", "subnets"]);

const vpcPatch = {
  /** The routes that lead into peerings, in the main table, in place of all that it has. */
  routes: z.array(routeSchema),
  secondaryCidrBlocks: cidrBlocks,
  ipv6CidrBlocks: z.array(text),
  subnets: z.array(subnetSchema),
  /** Those beside the main one. */
  tables: z.array(tableSchema),
};

/** The body of `PATCH /_emulator/vpcs/{vpcId}`: what it has takes the place of what there was. */
export const vpcPatchSchema = z
  .strictObject(vpcPatch)
  .partial()
  .refine((patch) => Object.keys(patch).length > 0, `must have one of ${Object.keys(vpcPatch).join(", ")}`);
