import { randomId } from "../../core/randomId";

/** An id as the service makes them up. */
export function newPeeringId(): string {
  return `pcx-${randomId(8)}`;
}
