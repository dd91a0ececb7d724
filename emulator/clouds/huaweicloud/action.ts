import type { RawRequest } from "../../core/http/http";
import type { JsonObject } from "../../core/http/json";
import type { Core } from "../../core/core";
import type { Caller, KeyRing } from "./keyRing";
import type { LostUpdates } from "./lostUpdates";
import type { Settings } from "./world";

/** What an action works with. */
export interface ActionContext {
  readonly core: Core;
  readonly settings: Settings;
  readonly keys: KeyRing;
  readonly lostUpdates: LostUpdates;
  /** Who asks, and in which project. */
  readonly caller: Caller;
  /** The part of the path that stands for an id, or "". */
  readonly id: string;
  readonly query: ReadonlyMap<string, string>;
  /** The same as it came: what takes several values comes several times. */
  readonly pairs: RawRequest["query"];
  /** The body as JSON; undefined where there is none, or none that can be read. */
  readonly body: unknown;
  /** Such as `http://127.0.0.1:41234`, for links. */
  readonly origin: string;
}

/** What an action answers. */
export interface Result {
  readonly status: number;
  /** None with 204. */
  readonly body?: JsonObject;
  readonly headers?: Readonly<Record<string, string>>;
}

/** An action of one of the services. */
export interface Action {
  /** Who may call it without being known: those who come for a token. */
  readonly anonymous?: boolean;
  /** Whether the limit of calls counts it. */
  readonly limited?: boolean;
  readonly run: (context: ActionContext) => Result;
}
