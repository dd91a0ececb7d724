import type { CloudName } from "../../model/clouds";
import { settingsOf } from "../../model/settings";
import { nameInUrn } from "../../model/owner";
import type { Settings } from "../../provider/clouds/cloud";
import type { Blocks } from "../../provider/clouds/kit/blocks";
import { settingsIn } from "../../provider/clouds/kit/blocks";
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

/** How the settings of a provider instance stand among its inputs, by its type: that of dynamic resources, and the plugin's. */
const SETTINGS_BY_TYPE: Readonly<Record<string, (inputs: Blocks) => Settings>> = {
  "pulumi:providers:pulumi-nodejs": (inputs) => (key) => inputs[key],
  "pulumi:providers:vpc-peering": settingsIn,
};

/** All keys of a cloud that a stack has. */
export function keyRings(
  { resources, config }: Pick<StackFacts, "resources" | "config">,
  cloud: CloudName,
): KeyRing[] {
  const names = settingsOf(cloud).map((name) => `${cloud}:${name}`);
  const speaksOf = (settings: Settings): boolean => names.some((name) => settings(name) !== undefined);
  const serves = (instance: string): boolean =>
    resources.some(
      ({ provider = "", inputs }) => provider.startsWith(`${instance}::`) && inputs?.["cloud"] === cloud,
    );
  const providers = resources.flatMap(({ urn, type, inputs = {} }) => {
    const settings = SETTINGS_BY_TYPE[type]?.(inputs);
    return settings === undefined ? [] : [{ urn, settings }];
  });
  const instances = providers
    // One that says nothing of the cloud has the keys of the environment.
    .filter(({ urn, settings }) => !isDefaultInstance(urn) && (speaksOf(settings) || serves(urn)))
    .map(({ urn, settings }) => ({
      keys: `provider instance ${nameInUrn(urn)}`,
      settings,
      isNamed: speaksOf(settings),
      instance: urn,
    }));
  const ofConfig = settingsOfConfig(config);
  const own = {
    keys: "the stack's config and the environment",
    settings: ofConfig,
    isNamed: speaksOf(ofConfig),
  };
  // Where everything has an instance, config and environment need not have any keys.
  const isUsed = instances.length === 0 || providers.some(({ urn }) => isDefaultInstance(urn));
  return isUsed ? [...instances, own] : instances;
}

/** Whether the engine has made an instance by itself, from the stack's config: `default`, or `default_0_1_0`. */
export function isDefaultInstance(urn: string): boolean {
  return /^default(_\d+_\d+_\d+.*)?$/.test(nameInUrn(urn));
}

/** A program in TypeScript says `alicloud:region` in its stack's config, one that uses the plugin `vpc-peering:alicloud`. */
export function settingsOfConfig(config: Readonly<Record<string, string>>): Settings {
  const blocks = Object.entries(config).flatMap(([key, value]) => {
    const [space, block = ""] = key.split(":");
    return space === "vpc-peering" ? [[block, value]] : [];
  });
  const ofPlugin = settingsIn(Object.fromEntries(blocks) as Blocks);
  return (key) => config[key] ?? ofPlugin(key);
}
