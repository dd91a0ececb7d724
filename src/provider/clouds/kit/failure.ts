import { defined } from "../../../model/defined";
import type { ErrorKind, Executed } from "../../../model/errors";
import { PeeringError } from "../../../model/errors";
import type { Origin } from "./answer";
import type { Meaning } from "./errorCodes";

/** A refusal as it was answered. */
export interface Refusal {
  /** The HTTP status. */
  status: number;
  code?: string;
  message: string;
  requestId?: string;
}

/** The error for a refusal whose meaning is known. */
export function errorFor(refusal: Refusal, meaning: Meaning, origin: Origin): PeeringError {
  const { status, code, message, requestId } = refusal;
  return new PeeringError(withFullStop(message), {
    ...meaning,
    ...origin,
    ...defined({ code, requestId }),
    executed: executedBy(meaning.kind, status),
  });
}

/** What a refusal says about the work: throttling means that nothing was done, a 5xx or an internal error leaves it open. */
export function executedBy(kind: ErrorKind, status: number): Executed {
  if (kind === "throttled") return "no";
  return status >= 500 || kind === "transient" ? "unknown" : "yes";
}

function withFullStop(sentence: string): string {
  return /[.!?。！？]$/.test(sentence) ? sentence : `${sentence}.`;
}
