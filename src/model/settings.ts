import type { CloudName } from "./clouds";
import { CLOUDS, factsOf } from "./clouds";

/** The names of a cloud's settings, without the cloud's own name before them. */
export function settingsOf(cloud: CloudName): readonly string[] {
  return Object.keys(factsOf(cloud).settings);
}

/** Settings of this package itself, given to every provider instance. */
export const OWN_SETTINGS = ["requestTimeoutMs"] as const;

/** What a stack's config says to its program alone; the engine hands it to an instance that it makes by itself, too. */
export const PROGRAM_SETTINGS = ["door", "organization", "preflight"] as const;

/** Every key under which a stack or a provider instance can hold a setting, e.g. `alicloud:region`. */
export const SETTING_KEYS: readonly string[] = [
  ...CLOUDS.flatMap((cloud) => settingsOf(cloud).map((name) => `${cloud}:${name}`)),
  ...OWN_SETTINGS.map((name) => `vpc-peering:${name}`),
];
