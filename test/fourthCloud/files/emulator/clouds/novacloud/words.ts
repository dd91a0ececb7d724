import { statusWords } from "../../core/store/status";

/** The API's words for the statuses. */
export const words = statusWords({ creating: "building", active: "up", deleted: "gone" });
