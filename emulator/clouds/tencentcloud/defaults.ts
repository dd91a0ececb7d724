import { randomId } from "../../core/randomId";

/** An id as the service makes them up. */
export function newPeeringId(): string {
  return `pcx-${randomId(8)}`;
}

/** The bandwidth in Mbit/s where nobody sets one: within a region there is none to set. */
export function defaultBandwidth(): number {
  return 0;
}
