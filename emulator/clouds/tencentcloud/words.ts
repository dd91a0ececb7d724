import type { PeeringRecord } from "../../core/store/peering";
import { statusWords } from "../../core/store/status";

/** The API's words for the statuses. */
export const words = statusWords({
  pending: "PENDING",
  creating: "PENDING",
  active: "ACTIVE",
  rejected: "REJECTED",
  expired: "EXPIRED",
  deleted: "DELETED",
  failed: "FAILED",
});

/** The word that answers have. */
export function wordOf({ word, status }: PeeringRecord): string {
  return word ?? words.wordFor(status) ?? "PENDING";
}
