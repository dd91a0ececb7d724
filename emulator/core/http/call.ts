import type { Answer } from "./http";
import type { JsonObject } from "./json";

/** An error that a test wants a call to get. */
export interface InjectedError {
  readonly code: string;
  /** Left out, what the cloud itself sends with this code. */
  readonly status?: number | undefined;
  readonly message?: string | undefined;
  /** Which of the cloud's envelopes, where it has several. */
  readonly shape?: string | undefined;
}

/** Where a route is: in a table, for a destination. */
export interface RoutePlace {
  readonly table: string;
  readonly destination: string;
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
  /** Route tables and routes that they name. */
  readonly tableIds?: readonly string[];
  readonly routeIds?: readonly string[];
  /** Routes that they name by where these are. */
  readonly places?: readonly RoutePlace[];
  readonly requestId: string;
  /** Does the work. Throws where the emulator has a bug. */
  answer(): Answer;
  /** An injected error in the cloud's own envelope. */
  failure(error: InjectedError): Answer;
}
