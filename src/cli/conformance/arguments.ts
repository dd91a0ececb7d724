import { parseArgs } from "node:util";
import type { CloudName } from "../../model/clouds";
import { CLOUDS } from "../../model/clouds";
import { PeeringError } from "../../model/errors";
import { nearest } from "../../model/nearest";
import { cloudNamed } from "../kit/command";
import type { Probe } from "./probe";
import { probesOf } from "./probes";

/** What the command is asked to do. */
export interface Arguments {
  cloud: CloudName;
  /** The path of the config. */
  config: string;
  probes: readonly Probe[];
  /** Whether things may be made. */
  yes: boolean;
  /** Only what earlier runs have left is removed. */
  clean: boolean;
  /** Where the report goes. */
  report: string;
}

const OPTIONS = {
  cloud: { type: "string" },
  config: { type: "string" },
  only: { type: "string", multiple: true, default: [] as string[] },
  "read-only": { type: "boolean", default: false },
  yes: { type: "boolean", default: false },
  clean: { type: "boolean", default: false },
  report: { type: "string" },
  help: { type: "boolean", short: "h", default: false },
} as const;

/**
 * Reads the command line.
 *
 * @throws PeeringError, or Node's own error for an unknown option.
 */
export function argumentsIn(args: string[]): Arguments | "help" {
  const { values } = parseArgs({ args, options: OPTIONS });
  const { help, config, only, yes, clean } = values;
  if (help) return "help";
  const cloud = cloudNamed(values.cloud);
  if (cloud === undefined) throw refused("--cloud is missing.", `Give one of ${CLOUDS.join(", ")}.`);
  if (!config) throw refused("--config is missing.", "docs/conformance.md has an example of such a file.");
  const isReadOnly = values["read-only"];
  const probes = chosen(cloud, only).filter(({ makes }) => !isReadOnly || makes === "reads");
  const { report = `vpc-peering-conformance-${cloud}.json` } = values;
  return { cloud, config, probes, yes: yes || isReadOnly, clean, report };
}

/** The probes that ask these settings; all, if none is named. */
function chosen(cloud: CloudName, settings: readonly string[]): readonly Probe[] {
  const all = probesOf(cloud);
  const known = all.flatMap(({ asks }) => asks);
  const unknown = settings.find((setting) => !known.includes(setting));
  if (unknown !== undefined) {
    const near = nearest(unknown, known);
    throw refused(
      `--only is ${JSON.stringify(unknown)}, which no probe of ${cloud} asks.`,
      near === undefined ? `They ask ${known.join(", ")}.` : `Did you mean ${near}?`,
    );
  }
  return settings.length === 0 ? all : all.filter(({ asks }) => asks.some((one) => settings.includes(one)));
}

function refused(sentence: string, remedy: string): PeeringError {
  return new PeeringError(sentence, { kind: "invalid", remedy });
}
