import type { Asked, Options } from "../../../commandLine/options";
import type { CloudName } from "../../model/clouds";
import { CLOUDS } from "../../model/clouds";
import { nearest } from "../../model/nearest";
import { cloudGiven, refused } from "../kit/command";
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

export const OPTIONS = {
  cloud: { type: "string", value: "NAME", help: `the cloud: ${CLOUDS.join(", ")}` },
  config: {
    type: "string",
    value: "FILE",
    help: "the accounts and VPCs that may be used, as docs/conformance.md has it",
  },
  only: {
    type: "string",
    value: "GUESS",
    multiple: true,
    default: [] as string[],
    help: "ask for this setting of the emulator only; may be repeated",
  },
  "read-only": { type: "boolean", default: false, help: "only what needs no more than to read" },
  yes: {
    type: "boolean",
    default: false,
    help: "make what has to be made; without it, what that is and what it may cost is told, and nothing is done",
  },
  clean: {
    type: "boolean",
    default: false,
    help: "remove what a run has left that was killed, and nothing else: only what bears the mark of such runs",
  },
  report: {
    type: "string",
    value: "FILE",
    help: "where the report goes (default: vpc-peering-conformance-NAME.json)",
  },
} as const satisfies Options;

/**
 * What the command line asks for.
 *
 * @throws PeeringError
 */
export function argumentsIn({ values }: Asked<typeof OPTIONS>): Arguments {
  const { config, only, yes, clean } = values;
  const cloud = cloudGiven(values.cloud);
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
