import type { z } from "zod";
import type { Origin } from "./answer";
import { nonsense } from "./answer";

/** What an answer says, if it has this shape. What else there is does not matter. */
export function shaped<T>(shape: z.ZodType<T>, answer: unknown, origin: Origin): T {
  const result = shape.safeParse(answer);
  if (result.success) return result.data;
  const where = result.error.issues[0]?.path.join(".") ?? "";
  throw nonsense(origin, `no ${where === "" ? "row" : where}`);
}
