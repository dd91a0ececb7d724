import { z } from "zod";
import { connections } from "./connections";
import { routes } from "./routes";

/** What Tencent Cloud documents nowhere. Set any of it otherwise to test the other answer. */
export const guessesSchema = z.strictObject({ ...connections, ...routes });

/** The answers in force. */
export type Guesses = z.output<typeof guessesSchema>;
