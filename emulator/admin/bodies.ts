import { z } from "zod";
import { routeSchema } from "../core/fields";

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

/** The body of `PATCH /_emulator/vpcs/{vpcId}`: the routes that lead into peerings. */
export const vpcPatchSchema = z.strictObject({ routes: z.array(routeSchema) });
