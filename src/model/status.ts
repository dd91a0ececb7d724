/** Every status a peering connection can have, the same words for every cloud. */
export const PEERING_STATUSES = [
  "creating",
  "pending",
  "active",
  "updating",
  "rejected",
  "expired",
  "deleting",
  "deleted",
  "failed",
] as const;

/**
 * The status of a peering connection. `pending` waits for the accepter's account; `active` carries traffic;
 * `rejected`, `expired`, `deleted` and `failed` never carry traffic again.
 *
 * @useDeclaredType
 */
export type PeeringStatus = (typeof PEERING_STATUSES)[number];

/** Statuses from which a connection never comes back: it has to be replaced. */
export const DEAD: ReadonlySet<PeeringStatus> = new Set(["rejected", "expired", "deleted", "failed"]);

/** Statuses that do not change until somebody acts. */
export const SETTLED: ReadonlySet<PeeringStatus> = new Set(["pending", "active", ...DEAD]);

/** Statuses of a connection that is gone or going: nothing can be done with it but to wait for its end. */
export const GOING: ReadonlySet<PeeringStatus> = new Set(["deleting", "deleted"]);
