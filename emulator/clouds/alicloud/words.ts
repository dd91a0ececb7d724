import { statusWords } from "../../core/status";

/** The API's words for the statuses. */
export const alicloudWords = statusWords({
  creating: "Creating",
  pending: "Accepting",
  active: "Activated",
  updating: "Updating",
  rejected: "Rejected",
  expired: "Expired",
  deleting: "Deleting",
  deleted: "Deleted",
});
