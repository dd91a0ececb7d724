import type * as pulumi from "@pulumi/pulumi";
import { defined } from "../../model/defined";
import { DURATION_RULE, isDuration } from "../../model/duration";
import { shown } from "../../model/shown";
import { given, isProvider } from "../given";
import { refusal } from "../refusal";

/** The options of a peering: those of any component, which then hold for the connection itself, and one more. */
export interface PeeringOptions extends pulumi.ComponentResourceOptions {
  /** Whether a replacement deletes the old connection before it makes the new one. Default: `true`, since a pair of VPCs has one connection. */
  deleteBeforeReplace?: boolean;
}

/** What the engine does with a component alone says nothing of its children; so they are given these as well. */
const OF_EVERY_CHILD = ["customTimeouts", "retainOnDelete", "deletedWith", "hideDiffs"] as const;

/** Those that speak of a connection's own properties; on the component, which has none, they would mean nothing. */
const OF_THE_CONNECTION = ["ignoreChanges", "replaceOnChanges", "replacementTrigger", "replaceWith"] as const;

/** Options as a program gave them, without what is null. The engine stops without a word over limits that are no text. */
export function optionsGiven(whose: string, opts: PeeringOptions | null | undefined): PeeringOptions {
  if (opts === undefined || opts === null) return {};
  const { customTimeouts } = opts as { customTimeouts?: unknown };
  const rules = { names: ["create", "read", "update", "delete", "preflight"] };
  const limits = given(`${whose}: customTimeouts`, customTimeouts ?? {}, rules) as Record<string, unknown>;
  const unfit = Object.entries(limits).filter(([, limit]) => !isDuration(limit));
  const complaints = unfit.map(
    ([name, limit]) => `customTimeouts.${name} is ${shown(limit)}: it must be ${DURATION_RULE}.`,
  );
  const { provider } = opts as { provider?: unknown };
  if (provider !== undefined && provider !== null && !isProvider(provider)) {
    complaints.push(`provider is ${shown(provider)}: it must be a provider instance.`);
  }
  if (complaints.length > 0) throw refusal(`${whose}: ${complaints.join(" ")}`);
  const said = Object.entries(opts).filter(([, value]) => value !== null);
  const hasLimits = Object.keys(limits).length > 0;
  return { ...Object.fromEntries(said), ...(hasLimits ? { customTimeouts: limits } : {}) };
}

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

/** What every peering of a component of peerings is given: as if it had been said of that peering itself. */
export function memberOptions(parent: pulumi.ComponentResource, opts: PeeringOptions): PeeringOptions {
  const names = [...OF_EVERY_CHILD, ...OF_THE_CONNECTION, "deleteBeforeReplace", "dependsOn"] as const;
  return defined({ parent, ...pick(opts, names) });
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
