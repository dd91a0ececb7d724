import type { CloudName } from "../../model/clouds";
import { settingsOf } from "../../model/settings";
import type { Settings } from "../../provider/clouds/cloud";
import type { StackFacts } from "./pulumi";

/** Keys of one cloud that a stack has: those of a provider instance, or those of its config and of the environment. */
export interface KeyRing {
  /** Whose keys these are, in words. */
  keys: string;
  settings: Settings;
  /** Whether the settings say anything of this cloud. */
  isNamed: boolean;
  /** The URN of the provider instance. */
  instance?: string;
}

/** All keys of a cloud that a stack has. */
export function keyRings(
  { resources, config }: Pick<StackFacts, "resources" | "config">,
  cloud: CloudName,
): KeyRing[] {
  const names = settingsOf(cloud).map((name) => `${cloud}:${name}`);
  const speaksOf = (values: Record<string, unknown>): boolean =>
    names.some((name) => values[name] !== undefined);
  const providers = resources.filter(({ type }) => type === "pulumi:providers:pulumi-nodejs");
  const instances = providers
    .map(({ urn, inputs = {} }) => ({ urn, name: urn.split("::").at(-1) ?? "", inputs }))
    .filter(({ name, inputs }) => name !== "default" && speaksOf(inputs))
    .map(({ urn, name, inputs }) => ({
      keys: `provider instance ${name}`,
      settings: (key: string): unknown => inputs[key],
      isNamed: true,
      instance: urn,
    }));
  const own = {
    keys: "the stack's config and the environment",
    settings: (key: string): unknown => config[key],
    isNamed: speaksOf(config),
  };
  // Where everything has an instance, config and environment need not have any keys.
  const isUsed = instances.length === 0 || providers.some(({ urn }) => urn.endsWith("::default"));
  return isUsed ? [...instances, own] : instances;
}
