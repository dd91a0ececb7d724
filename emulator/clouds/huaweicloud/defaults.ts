import { randomUUID } from "node:crypto";

/** An id as the service makes them up. */
export function newPeeringId(): string {
  return randomUUID();
}

/** The service knows no bandwidth. */
export function defaultBandwidth(): null {
  return null;
}
