import { parseArgs } from "node:util";
import type { CloudName } from "../../model/clouds";
import { defined } from "../../model/defined";
import { PeeringError } from "../../model/errors";
import { cloudNamed } from "../kit/command";

/** One connection, and where it is looked for. */
export interface One {
  cloud: CloudName;
  region: string;
  id: string;
}

/** What the command is asked to do. */
export interface Arguments {
  cwd: string;
  /** Default: the stack that is selected. */
  stack?: string;
  /** A connection to look at instead of those of a stack. */
  one?: One;
  json: boolean;
  help: boolean;
}

const OPTIONS = {
  stack: { type: "string" },
  cwd: { type: "string", default: "." },
  cloud: { type: "string" },
  region: { type: "string" },
  connection: { type: "string" },
  json: { type: "boolean", default: false },
  help: { type: "boolean", short: "h", default: false },
} as const;

/**
 * Reads the command line.
 *
 * @throws PeeringError, or Node's own error for an unknown option.
 */
export function argumentsIn(args: string[]): Arguments {
  const { values } = parseArgs({ args, options: OPTIONS });
  const { cwd, stack, json, help } = values;
  return { cwd, json, help, ...defined({ stack, one: oneIn(values) }) };
}

function oneIn(values: { cloud?: string; region?: string; connection?: string }): One | undefined {
  const { region, connection: id } = values;
  const cloud = cloudNamed(values.cloud);
  if (cloud === undefined && region === undefined && id === undefined) return undefined;
  if (cloud === undefined || !region || !id) {
    throw refused(
      "--cloud, --region and --connection belong together.",
      "Give all three to look at one connection, or none to look at a stack.",
    );
  }
  return { cloud, region, id };
}

function refused(sentence: string, remedy: string): PeeringError {
  return new PeeringError(sentence, { kind: "invalid", remedy });
}
