import { z } from "zod";
import { alicloudWorld } from "../clouds/alicloud/world";
import { peeringSeedSchema } from "../core/store/peeringInput";
import { UserError } from "../core/userError";
import { huaweicloudWorld } from "../clouds/huaweicloud/world";
import { tencentcloudWorld } from "../clouds/tencentcloud/world";
import { describeProblems } from "../core/describeProblems";
import { limit, milliseconds } from "../core/fields";

const timings = z.strictObject({
  activateMs: milliseconds(200),
  acceptMs: milliseconds(200),
  updateMs: milliseconds(100),
  deleteMs: milliseconds(100),
  /** For how long an accepted create, accept, modify or delete locks both VPCs; 0 is off. */
  vpcLockMs: milliseconds(0),
  /** After how long a request that nobody answers lapses: seven days. */
  expireMs: milliseconds(604_800_000),
});

const limits = z.strictObject({
  /** Calls a minute, for each account, region and API. */
  alicloudPerMinute: limit(360),
  tencentcloudPerSecond: limit(20),
  huaweicloudPer5Minutes: limit(200),
});

const quotas = z.strictObject({
  alicloud: z
    .strictObject({
      intraRegionPerVpc: limit(10),
      interRegionPerVpc: limit(20),
      /** Peerings that one account requested in one region. */
      perRegion: limit(20),
    })
    .prefault({}),
  tencentcloud: z.strictObject({ perVpc: limit(10) }).prefault({}),
  huaweicloud: z.strictObject({ perProject: limit(50) }).prefault({}),
});

/** The world file. Every part is optional; what is missing has the value shown here, or the built-in accounts and VPCs. */
export const worldSchema = z.strictObject({
  timings: timings.prefault({}),
  limits: limits.prefault({}),
  quotas: quotas.prefault({}),
  alicloud: alicloudWorld.prefault({}),
  tencentcloud: tencentcloudWorld.prefault({}),
  huaweicloud: huaweicloudWorld.prefault({}),
  peerings: z.array(peeringSeedSchema).default([]),
});

/** A world as a file or a test writes it. */
export type WorldInput = z.input<typeof worldSchema>;

/** A world in force: every part is there. */
export type World = z.output<typeof worldSchema>;

/** Checks a world and fills in what is missing. `source` is how errors call it. */
export function parseWorld(input: unknown, source: string): World {
  const result = worldSchema.safeParse(input);
  if (!result.success) throw new UserError(`${source}: ${describeProblems(result.error, input)}`);
  return result.data;
}
