import type { CloudName } from "../model/clouds";
import { CLOUDS, factsOf, isCloudName as isCloud } from "../model/clouds";
import { spellingRemedy } from "../model/nearest";
import { OWN_SETTINGS, PROGRAM_SETTINGS } from "../model/settings";
import { shownName } from "../model/shown";
import { said } from "../model/transit";
import { UNKNOWN } from "../model/unknown";
import type { Blocks } from "../provider/clouds/kit/blocks";
import { parsed, settingsIn } from "../provider/clouds/kit/blocks";
import { complaintsAboutSettings } from "../provider/clouds/kit/settings";
import { secret } from "./struct";

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
  const isOthers = (name: string): boolean =>
    name.startsWith("__") || (PROGRAM_SETTINGS as readonly string[]).includes(name);
  const strangers = Object.keys(said(given)).filter((name) => !blocks.includes(name) && !isOthers(name));
  return [
    ...strangers.map((name) => `${name}: a provider has no such block. ${spellingRemedy(name, blocks)}`),
    ...CLOUDS.flatMap((cloud) => complaintsAboutBlock(cloud, given)),
  ];
}

function complaintsAboutBlock(cloud: CloudName, given: Blocks): string[] {
  const block = said(parsed(given[cloud]));
  if (block === undefined || block === null || block === "" || block === UNKNOWN) return [];
  if (typeof block !== "object" || Array.isArray(block)) {
    return [`${cloud} is no object: give its settings as one, or as the JSON of one.`];
  }
  const names = Object.keys(factsOf(cloud).settings);
  const strangers = Object.keys(block).filter((name) => !names.includes(name) && !name.startsWith("__"));
  return [
    ...strangers.map(
      (name) => `${shownName([cloud, name])}: there is no such setting. ${spellingRemedy(name, names)}`,
    ),
    ...complaintsAboutSettings(cloud, settingsIn(given)),
  ];
}
