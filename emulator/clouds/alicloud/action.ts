import type { JsonObject } from "../../core/http/json";
import type { Core } from "../../core/core";
import type { AccessKey, KeyRing } from "./keyRing";
import type { Params } from "./params";
import type { Settings } from "./world";

/** What an action works with. */
export interface ActionContext {
  readonly core: Core;
  readonly settings: Settings;
  readonly keys: KeyRing;
  /** The key that signed the call. */
  readonly caller: AccessKey;
  readonly params: Params;
}

/** The fields an action answers with, beside the request id. */
export type Fields = JsonObject;

/** An action of one of the APIs. */
export interface Action {
  /** Parameters that must be there. */
  readonly required: readonly string[];
  /** Whether it takes a DryRun parameter. */
  readonly dryRun?: boolean;
  /** What a dry run says that finds nothing wrong; left out, what the peering calls say. */
  readonly dryRunPassed?: string;
  /** Whether it takes a ClientToken. */
  readonly clientToken?: boolean;
  /** How many calls a minute it takes where the limit of the world is the standard 360. Left out, it is not limited. */
  readonly perMinute?: number;
  /** Makes every check, and returns what does the work. A dry run ends between the two. */
  readonly prepare: (context: ActionContext) => () => Fields;
}
