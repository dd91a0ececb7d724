import type * as pulumi from "@pulumi/pulumi";
import { defined } from "../../model/defined";

/** The options of a peering: those of any component, which then hold for the connection itself, and one more. */
export interface PeeringOptions extends pulumi.ComponentResourceOptions {
  /** Whether a replacement deletes the old connection before it makes the new one. Default: `true`, since a pair of VPCs has one connection. */
  deleteBeforeReplace?: boolean;
}

/** What the engine does with a component alone says nothing of its children; so they are given these as well. */
const OF_EVERY_CHILD = ["customTimeouts", "retainOnDelete", "deletedWith", "hideDiffs"] as const;

/** Those that speak of a connection's own properties; on the component, which has none, they would mean nothing. */
const OF_THE_CONNECTION = ["ignoreChanges", "replaceOnChanges", "replacementTrigger", "replaceWith"] as const;

/** What every resource under a component is given. `parent` brings `protect`, `aliases` and `transforms` along. */
export function childOptions(
  parent: pulumi.ComponentResource,
  opts: PeeringOptions,
  provider: pulumi.ProviderResource | undefined,
): pulumi.CustomResourceOptions {
  const { deleteBeforeReplace = true } = opts;
  return defined({ parent, provider, deleteBeforeReplace, ...pick(opts, OF_EVERY_CHILD) });
}

/** The same for the resource whose properties are the component's. */
export function connectionOptions(...args: Parameters<typeof childOptions>): pulumi.CustomResourceOptions {
  return { ...childOptions(...args), ...pick(args[1], OF_THE_CONNECTION) };
}

/** What is left for the component itself. */
export function componentOptions({
  deleteBeforeReplace: _,
  ...opts
}: PeeringOptions): pulumi.ComponentResourceOptions {
  const left = Object.entries(opts).filter(
    ([name]) => !(OF_THE_CONNECTION as readonly string[]).includes(name),
  );
  return Object.fromEntries(left);
}

function pick(from: PeeringOptions, names: readonly (keyof PeeringOptions)[]): PeeringOptions {
  return defined(Object.fromEntries(names.map((name) => [name, from[name]])));
}
