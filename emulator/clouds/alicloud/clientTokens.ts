import type { Core } from "../../core/core";
import type { JsonObject } from "../../core/http/json";
import { Recent } from "../../core/recent";
import { apiError } from "./errors";
import type { Guesses } from "./guesses";

interface Remembered {
  readonly fingerprint: string;
  readonly at: number;
  readonly fields: JsonObject;
}

/** Calls already done, by their ClientToken. Only a success is remembered: a refused call may be tried again. */
export class ClientTokens {
  readonly #done: Recent<string, Remembered>;

  constructor(
    private readonly core: Pick<Core, "clock" | "keep">,
    private readonly guesses: Guesses,
  ) {
    this.#done = new Recent(core.keep.requests);
  }

  /** What the same call answered before, or undefined. A token that came with other parameters is an error. */
  recall(scope: string, fingerprint: string): JsonObject | undefined {
    const done = this.#done.get(scope);
    const now = this.core.clock.now();
    if (!done || now >= done.at + this.guesses.tokenRetentionMs) return undefined;
    if (done.fingerprint !== fingerprint) throw apiError("IdempotentParameterMismatch");
    if (now < done.at + this.guesses.tokenInProgressMs) throw apiError(this.guesses.tokenInProgressCode);
    return done.fields;
  }

  remember(scope: string, fingerprint: string, fields: JsonObject): void {
    this.#done.set(scope, { fingerprint, at: this.core.clock.now(), fields });
  }
}
