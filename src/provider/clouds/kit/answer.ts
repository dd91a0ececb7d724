import type { CloudName } from "../../../model/clouds";
import { PeeringError } from "../../../model/errors";
import type { Fields } from "./json";

/** Which call of which cloud something is about. */
export interface Origin {
  cloud: CloudName;
  action: string;
}

/** An answer that is not what the facts say: whether the work was done, only a look can tell. */
export function nonsense(origin: Origin, what: string): PeeringError {
  const facts = { ...origin, kind: "transient", executed: "unknown" } as const;
  return new PeeringError(`The answer makes no sense (${what}).`, facts);
}

/** A field that an answer has to have. Account ids arrive as numbers, too. */
export function textIn(answer: Fields, field: string, origin: Origin): string {
  const value = answer[field];
  if ((typeof value === "string" && value !== "") || typeof value === "number") return String(value);
  throw nonsense(origin, `no ${field}`);
}

type Present<T> = { [K in keyof T]?: Exclude<T[K], undefined | null> };

/** Leaves out what an answer does not say: what is missing, null, or an empty text. */
export function present<T extends object>(fields: T): Present<T> {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined && value !== null && value !== ""),
  ) as Present<T>;
}
