import type { CloudName } from "./clouds";

/** Why something could not be done. Every failure of this package has exactly one of these. */
export const ERROR_KINDS = [
  "gone", // the connection does not exist (any more)
  "dead", // the connection is rejected, expired or failed
  "duplicate", // the pair of VPCs is connected already
  "notOurs", // the pair is connected by a connection that this stack did not make
  "tokenMismatch", // the client token was used before, for something else
  "wrongState", // not possible in the connection's present state
  "busy", // the cloud is working on these VPCs; later it will do
  "throttled", // refused for the rate of calls; nothing was done
  "transient", // no usable answer: network, 5xx, a broken body
  "routesExist", // routes still point at the connection
  "credentials", // no keys, wrong keys, expired keys
  "permission", // the keys may not do this
  "quota",
  "notOpened", // a service has to be opened or paid for first
  "wrongAccount", // the keys belong to another account than declared
  "invalid", // the request can never succeed as it is
  "timeout", // the deadline passed
  "unsupported",
  "unknown",
] as const;

/** The kind of a {@link PeeringError}. */
export type ErrorKind = (typeof ERROR_KINDS)[number];

/** What is known of a call's effect: it did not happen, it was answered, or nobody can tell. */
export type Executed = "no" | "yes" | "unknown";

/** What is known of a failure, beyond its message. */
export interface ErrorFacts {
  kind: ErrorKind;
  cloud?: CloudName;
  /** The API action, e.g. `CreateVpcPeerConnection`. */
  action?: string;
  /** The cloud's own error code. */
  code?: string;
  requestId?: string;
  executed?: Executed;
  /** What to do about it, a full sentence. */
  remedy?: string;
  /** How long it is worth trying again, in milliseconds; without it, until the deadline. */
  retryForMs?: number;
}

/**
 * A failure that a user can read: what failed, with which ids, and what to do.
 * Its stack is blank, since the engine prints it and it helps nobody but us.
 */
export class PeeringError extends Error {
  override readonly name = "PeeringError";
  readonly kind: ErrorKind;
  readonly facts: ErrorFacts;
  /** The sentence without the facts behind it, for use in another message. */
  readonly sentence: string;

  constructor(sentence: string, facts: ErrorFacts) {
    super([sentence, facts.remedy, origin(facts)].filter(Boolean).join(" "));
    this.sentence = sentence;
    this.kind = facts.kind;
    this.facts = facts;
    this.stack = "";
  }

  /** The engine prints failed hooks through this; the class name would only be noise there. */
  override toString(): string {
    return this.message;
  }

  /** The same failure, told as part of something larger. */
  within(what: string): PeeringError {
    return new PeeringError(`${what}: ${this.sentence}`, this.facts);
  }
}

/** Whether an error is a {@link PeeringError}, of one of these kinds if any are given. */
export function isPeeringError(error: unknown, ...kinds: ErrorKind[]): error is PeeringError {
  return error instanceof PeeringError && (kinds.length === 0 || kinds.includes(error.kind));
}

function origin({ action, code, requestId }: ErrorFacts): string {
  const parts = [action, code, requestId && `request ${requestId}`].filter(Boolean);
  return parts.length === 0 ? "" : `[${parts.join(", ")}]`;
}
