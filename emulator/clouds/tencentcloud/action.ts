import type { JsonObject } from "../../core/http/json";
import type { Core } from "../../core/core";
import type { AccessKey, KeyRing } from "./keyRing";
import type { LateChanges } from "./lateChanges";
import type { Params } from "./params";
import type { Members } from "./shape";
import type { Settings } from "./world";

/** What an action works with. */
export interface ActionContext {
  readonly core: Core;
  readonly settings: Settings;
  readonly keys: KeyRing;
  readonly lateChanges: LateChanges;
  /** The key that signed the call. */
  readonly caller: AccessKey;
  readonly action: string;
  readonly region: string;
  readonly params: Params;
}

/** The fields an action answers with, beside the request id. */
export type Fields = JsonObject;

/** An action of one of the APIs. */
export interface Action {
  /** Every parameter it takes; any other is refused. */
  readonly params: Members;
  /** Parameters that must be there. */
  readonly required: readonly string[];
  /** What a parameter gets that it does not take. @default UnknownParameter */
  readonly strangerCode?: string;
  /** Whether it belongs to a region, which the call then has to name. */
  readonly isRegional: boolean;
  /** Whether the limit of calls a second holds for it. */
  readonly isLimited: boolean;
  /** How many calls a second it takes where the limit of the world is the standard 20. @default 20 */
  readonly perSecond?: number;
  readonly run: (context: ActionContext) => Fields;
}
