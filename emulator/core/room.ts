import type { World } from "../world/world";
import type { Clock } from "./time/clock";
import type { CloudName } from "./cloudName";
import type { ErrorFault } from "./faults/fault";
import type { Answer, RawRequest } from "./http/http";
import type { JsonObject } from "./http/json";
import type { PeeringStore } from "./store/peeringStore";
import type { RateLimiter } from "./time/rateLimiter";
import type { StatusWords } from "./store/status";
import type { VpcLocks } from "./time/vpcLocks";
import type { Vpc, VpcStore } from "./store/vpcStore";

/** What all rooms share. */
export interface Core {
  readonly world: World;
  readonly clock: Clock;
  readonly peerings: PeeringStore;
  readonly vpcs: VpcStore;
  readonly locks: VpcLocks;
  readonly rates: RateLimiter;
}

/**
 * One call to a cloud, read but not yet done. Its fields say what the request claims; only `answer` authenticates it
 * and does the work. A call that cannot be read is a call all the same: `answer` then tells what is wrong.
 */
export interface Call {
  readonly action: string;
  /** The account whose key the request names, or null. */
  readonly account: string | null;
  readonly region: string | null;
  /** The parameters for the request log; the log redacts them. */
  readonly params: JsonObject;
  /** VPCs and peerings that the parameters name, for the selectors of faults. */
  readonly vpcIds: readonly string[];
  readonly peeringIds: readonly string[];
  readonly requestId: string;
  /** Does the work. Never throws. */
  answer(): Answer;
  /** An injected error in the cloud's own envelope. */
  failure(fault: ErrorFault): Answer;
}

/** A cloud at work: reads a request of its protocol. Never throws. */
export interface Room {
  read(request: RawRequest): Call;
}

/** All that the core has to know of one cloud. A new cloud is one folder with one of these. */
export interface Cloud {
  readonly name: CloudName;
  /** Whether a request is meant for this cloud, by its shape alone. */
  recognises(request: RawRequest): boolean;
  readonly words: StatusWords;
  newPeeringId(): string;
  /** What a peering's bandwidth is when nobody sets it. */
  defaultBandwidth(intraRegion: boolean): number | null;
  /** The cloud's part of a world, in the core's terms. */
  vpcsOf(world: World): Vpc[];
  accountsOf(world: World): string[];
  strictIds(world: World): boolean;
  /** Absent as long as the cloud's protocol is not spoken here. */
  readonly createRoom?: (core: Core) => Room;
}
