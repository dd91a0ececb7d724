import type { Keep } from "./keep";
import type { Stores } from "./store/stores";
import type { Clock } from "./time/clock";
import type { RateLimiter } from "./time/rateLimiter";
import type { Timings } from "./timings";
import type { VpcLocks } from "./time/vpcLocks";

/** What all rooms share. */
export interface Core extends Stores {
  readonly timings: Timings;
  readonly keep: Keep;
  readonly clock: Clock;
  readonly locks: VpcLocks;
  readonly rates: RateLimiter;
}
