import { z } from "zod";
import { milliseconds } from "./fields";

/** How long things take, and for how long requests wait: `timings` of the world file. */
export const timingsSchema = z.strictObject({
  activateMs: milliseconds(200),
  acceptMs: milliseconds(200),
  updateMs: milliseconds(100),
  deleteMs: milliseconds(100),
  /** For how long an accepted create, accept, modify or delete locks both VPCs; 0 is off. */
  vpcLockMs: milliseconds(0),
  /** How long a route of Alibaba Cloud is Pending, Modifying or Deleting. */
  routeMs: milliseconds(100),
  /** After how long a request that nobody answers lapses: seven days. */
  expireMs: milliseconds(604_800_000),
});

/** The timings in force. */
export type Timings = z.output<typeof timingsSchema>;
