import { PeeringError } from "../../../model/errors";
import type { Settings } from "../cloud";
import type { Context } from "../context";
import type { RawAnswer } from "../raw";
import type { KeySource } from "./keys";
import type { Protocol } from "./pipeline";
import { attempting } from "./pipeline";

/** Calls that are made once, and answered as the cloud answers them. */
export function rawBy<Action extends string, Request, Keys extends object>(
  protocol: Protocol<Action, Request, Keys, RawAnswer>,
  settings: Settings,
  keysNow: KeySource<Keys>,
): (action: string, request: Request, context: Context) => Promise<RawAnswer> {
  const attempt = attempting(protocol, settings);
  return async (action, request, context) => {
    const known = Object.keys(protocol.actions).find((name): name is Action => name === action);
    if (known === undefined)
      throw new PeeringError(`There is no action ${action}.`, {
        kind: "unsupported",
        cloud: protocol.cloud,
      });
    return await attempt({ action: known, request, keys: await keysNow() }, context);
  };
}
