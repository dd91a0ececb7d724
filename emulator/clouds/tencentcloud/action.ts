import type { JsonObject } from "../../core/json";
import type { Core } from "../../core/room";
import type { ApiKey, KeyRing } from "./keyRing";
import type { Params } from "./params";
import type { Members } from "./shape";
import type { TencentcloudWorld } from "./world";

/** What an action works with. */
export interface ActionContext {
  readonly core: Core;
  readonly settings: TencentcloudWorld;
  readonly keys: KeyRing;
  /** The key that signed the call. */
  readonly caller: ApiKey;
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
  /** Whether it belongs to a region, which the call then has to name. */
  readonly isRegional: boolean;
  /** Whether the limit of calls a second holds for it. */
  readonly isLimited: boolean;
  readonly run: (context: ActionContext) => Fields;
}
