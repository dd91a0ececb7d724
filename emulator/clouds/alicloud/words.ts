import type { PeeringRecord } from "../../core/store/peering";
import { statusWords } from "../../core/store/status";

/** The API's words for the statuses. */
export const words = statusWords({
  creating: "Creating",
  pending: "Accepting",
  active: "Activated",
  updating: "Updating",
  rejected: "Rejected",
  expired: "Expired",
  deleting: "Deleting",
  deleted: "Deleted",
});

/** The word that answers have. */
export function wordOf({ word, status }: PeeringRecord): string {
  return word ?? words.wordFor(status) ?? status;
}
