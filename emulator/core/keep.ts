import { z } from "zod";
import { count } from "./fields";

/** How much is kept of what is over: `keep` of the world file. The oldest goes first. */
export const keepSchema = z.strictObject({
  /** Requests in the log; and as many of what clouds remember of calls, such as nonces and client tokens. */
  requests: count(100_000),
  /** Connections that were deleted, which only the admin API shows. */
  deletedPeerings: count(1_000),
});

/** The bounds in force. */
export type Keep = z.output<typeof keepSchema>;
