import { parse } from "lossless-json";
import { PeeringError } from "../../../model/errors";
import type { CloudName } from "../../../model/clouds";

/** An answer's fields. Integers too large for a JavaScript number are strings. */
export type Answer = Readonly<Record<string, unknown>>;

/** Reads a body; nothing if it is not a JSON object. */
export function answerIn(body: string): Answer | undefined {
  try {
    const value = parse(body, undefined, numberOf);
    return isAnswer(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Whether a value has fields. */
export function isAnswer(value: unknown): value is Answer {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Account ids may have 18 digits, which a JavaScript number would round. */
function numberOf(digits: string): number | string {
  const value = Number(digits);
  return Number.isInteger(value) && !Number.isSafeInteger(value) ? digits : value;
}

/** An answer that is not what the facts say: nobody can tell what was done. */
export function nonsense(cloud: CloudName, action: string, what: string): PeeringError {
  return new PeeringError(`The answer makes no sense (${what}).`, {
    kind: "transient",
    cloud,
    action,
    executed: "unknown",
  });
}

/** A field that an answer has to have. Account ids arrive as numbers, too. */
export function textIn(
  answer: Answer,
  field: string,
  { cloud, action }: { cloud: CloudName; action: string },
): string {
  const value = answer[field];
  if ((typeof value === "string" && value !== "") || typeof value === "number") return String(value);
  throw nonsense(cloud, action, `no ${field}`);
}
