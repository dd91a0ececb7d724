import type { CloudName } from "../model/clouds";
import { CLOUDS, factsOf, isCloudName as isCloud } from "../model/clouds";
import { spellingRemedy } from "../model/nearest";
import { OWN_SETTINGS } from "../model/settings";
import { shownName } from "../model/shown";
import type { Settings } from "../provider/clouds/cloud";
import { complaintsAboutSettings } from "../provider/clouds/kit/settings";
import { secret } from "./struct";

/** What a provider instance is made with: a block for each cloud that it has keys for, and the package's own settings. */
type Blocks = Readonly<Record<string, unknown>>;

/** The settings of an instance, by the keys that a stack's config has for them. The engine sends objects as JSON. */
export function settingsIn(given: Blocks): Settings {
  return (key) => {
    const [block = "", name = ""] = key.split(":");
    const holder = block === "vpc-peering" ? given : parsed(given[block]);
    const value = parsed((holder as Blocks | undefined)?.[name]);
    return value === null ? undefined : value;
  };
}

/** The same blocks, in which what only their owner may see is kept secret, whether or not the program says so. */
export function secured(given: Blocks): object {
  return Object.fromEntries(
    Object.entries(given).map(([name, block]) => [name, isCloud(name) ? securedBlock(name, block) : block]),
  );
}

function securedBlock(cloud: CloudName, given: unknown): unknown {
  const block = parsed(given);
  // What is not known yet, or comes as JSON, is kept secret as a whole.
  if (typeof given === "string") return secret(given);
  if (typeof block !== "object" || block === null) return given;
  const { settings } = factsOf(cloud);
  const isOpen = (name: string): boolean => (settings[name] ?? "open") === "open";
  return Object.fromEntries(
    Object.entries(block).map(([name, value]) => [name, isOpen(name) ? value : secret(value)]),
  );
}

/** What is wrong with an instance's settings, in full sentences; what is not known yet passes. */
export function complaintsAboutBlocks(given: Blocks): string[] {
  const blocks: readonly string[] = [...CLOUDS, ...OWN_SETTINGS, "version", "pluginDownloadURL"];
  const strangers = Object.keys(given).filter((name) => !blocks.includes(name) && !name.startsWith("__"));
  return [
    ...strangers.map((name) => `${name}: a provider has no such block. ${spellingRemedy(name, blocks)}`),
    ...CLOUDS.flatMap((cloud) => complaintsAboutBlock(cloud, given)),
  ];
}

function complaintsAboutBlock(cloud: CloudName, given: Blocks): string[] {
  const block = parsed(given[cloud]);
  if (typeof block !== "object" || block === null) return [];
  const names = Object.keys(factsOf(cloud).settings);
  const strangers = Object.keys(block).filter((name) => !names.includes(name) && !name.startsWith("__"));
  return [
    ...strangers.map(
      (name) => `${shownName([cloud, name])}: there is no such setting. ${spellingRemedy(name, names)}`,
    ),
    ...complaintsAboutSettings(cloud, settingsIn(given)),
  ];
}

/** Objects come as JSON; any other text is what it says. */
function parsed(value: unknown): unknown {
  if (typeof value !== "string" || !/^\s*\{/.test(value)) return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}
