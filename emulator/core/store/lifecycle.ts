import type { PeeringRecord } from "./peering";
import type { PeeringStatus } from "./status";

/** Puts a peering into a status at an instant. What follows by itself from that status is scheduled here. */
export function enter(peering: PeeringRecord, status: PeeringStatus, at: number, expireMs: number): void {
  peering.status = status;
  peering.word = null;
  peering.updatedAt = at;
  peering.next = null;
  if (status === "pending") {
    const lapse = peering.createdAt + expireMs;
    peering.expiresAt = lapse > at ? lapse : at + expireMs;
    peering.next = { at: peering.expiresAt, status: "expired" };
  } else if (status !== "expired") {
    peering.expiresAt = null;
  }
  peering.deletedAt = status === "deleted" ? at : null;
}

/** Makes every change that was due by `now`, each at its own instant. */
export function settle(peering: PeeringRecord, now: number, expireMs: number): void {
  while (peering.next !== null && peering.next.at <= now) {
    enter(peering, peering.next.status, peering.next.at, expireMs);
  }
}
