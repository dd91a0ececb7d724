import type { PeeringRecord } from "../../core/store/peering";
import { statusWords } from "../../core/store/status";

/** The API's words for the statuses. */
export const words = statusWords({
  pending: "PENDING_ACCEPTANCE",
  active: "ACTIVE",
  rejected: "REJECTED",
  expired: "EXPIRED",
  deleted: "DELETED",
});

/** The word that answers have. There is none for a deletion that is not visible everywhere yet. */
export function wordOf({ word, status }: PeeringRecord): string {
  return word ?? words.wordFor(status) ?? "ACTIVE";
}
