import type { Reporter } from "../../../commandLine/progress";
import { isPeeringError } from "../../model/errors";
import { nameInUrn } from "../../model/owner";
import { kindOfType } from "../../model/resourceKinds";
import { settingsOf } from "../../model/settings";
import type { CloudName } from "../../model/clouds";
import type { Settings } from "../../provider/clouds/cloud";
import { settingsOfConfig } from "../kit/keyRings";
import type { StackFacts, Which } from "../kit/pulumi";
import { factsOf } from "../kit/pulumi";
import { stackMarks } from "../kit/stackMarks";
import type { Held } from "./leftOut";

/** Whose keys to use, and what the stack has that the program is for. */
export interface Surroundings {
  settings: Settings;
  /** Whose keys these are, in words. */
  keys: string;
  /** Those of the cloud's settings that the stack's config has one by one. */
  configured: readonly string[];
  /** Whether it has others in a block, for the plugin. */
  hasBlock: boolean;
  held: Held;
}

/** The stack that is named; else the one that is selected in this folder; else, as `say` tells, none. */
export async function surroundingsIn(
  cloud: CloudName,
  which: Which,
  progress: Reporter,
  say: (line: string) => void,
): Promise<Surroundings> {
  try {
    return ofStack(cloud, await factsOf(which, progress));
  } catch (error) {
    if (!isPeeringError(error) || which.stack !== undefined) throw error;
    say(`No stack is selected here, so its config was not looked at (${error.sentence})`);
    const held = { names: new Map<string, string>(), marks: new Set<string>() };
    return { settings: () => undefined, keys: "the environment", configured: [], hasBlock: false, held };
  }
}

function ofStack(cloud: CloudName, stack: StackFacts): Surroundings {
  const { config, resources } = stack;
  const settings = settingsOfConfig(config);
  const named = resources.filter(({ id, type }) => id !== undefined && kindOfType(type) !== undefined);
  const said = settingsOf(cloud).filter((name) => settings(`${cloud}:${name}`) !== undefined);
  const configured = said.filter((name) => config[`${cloud}:${name}`] !== undefined);
  return {
    settings,
    keys: `the config of stack ${stack.name}, and the environment`,
    configured,
    hasBlock: configured.length < said.length,
    held: {
      names: new Map(named.map(({ id = "", urn }) => [id, nameInUrn(urn)])),
      marks: stackMarks(stack),
    },
  };
}
