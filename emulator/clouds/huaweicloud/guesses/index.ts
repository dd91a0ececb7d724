import { z } from "zod";
import { connections } from "./connections";
import { routes } from "./routes";
import { calls } from "./calls";

/** What Huawei Cloud documents nowhere. Set any of it otherwise to test the other answer. */
export const guessesSchema = z.strictObject({ ...connections, ...routes, ...calls });

/** The answers in force. */
export type Guesses = z.output<typeof guessesSchema>;
