import type { Reporter } from "../../../commandLine/progress";
import { isPeeringError } from "../../model/errors";
import { nameInUrn } from "../../model/owner";
import { settingsOf } from "../../model/settings";
import type { CloudName } from "../../model/clouds";
import type { Settings } from "../../provider/clouds/cloud";
import type { StackFacts, Which } from "../kit/pulumi";
import { factsOf } from "../kit/pulumi";
import { stackMarks } from "../kit/stackMarks";
import type { Held } from "./leftOut";

/** Whose keys to use, and what the stack has that the program is for. */
export interface Surroundings {
  settings: Settings;
  /** Whose keys these are, in words. */
  keys: string;
  /** Those of the cloud's settings that the stack's config has. */
  configured: readonly string[];
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
    return { settings: () => undefined, keys: "the environment", configured: [], held };
  }
}

function ofStack(cloud: CloudName, stack: StackFacts): Surroundings {
  const { config, resources } = stack;
  const named = resources.filter(({ id, type }) => id !== undefined && type.includes("vpcPeering:"));
  return {
    settings: (key) => config[key],
    keys: `the config of stack ${stack.name}, and the environment`,
    configured: settingsOf(cloud).filter((name) => config[`${cloud}:${name}`] !== undefined),
    held: {
      names: new Map(named.map(({ id = "", urn }) => [id, nameInUrn(urn)])),
      marks: stackMarks(stack),
    },
  };
}
