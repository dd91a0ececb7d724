import type { Asked, Options } from "../../../commandLine/options";
import { defined } from "../../model/defined";
import type { CloudName } from "../../model/clouds";
import { CLOUDS } from "../../model/clouds";
import { shown } from "../../model/shown";
import { cloudGiven, refused, STACK_OPTIONS } from "../kit/command";

const LANGUAGES = ["typescript", "yaml"] as const;

/** What the command is asked to do. */
export interface Arguments {
  cloud: CloudName;
  /** Default: the region that settings and keys imply. */
  regions: readonly string[];
  /** Only connections of these; all, if there are none. */
  vpcs: readonly string[];
  routes: boolean;
  language: (typeof LANGUAGES)[number];
  /** Default: standard output. */
  out?: string;
  force: boolean;
  json: boolean;
  stack?: string;
  cwd: string;
}

export const OPTIONS = {
  cloud: { type: "string", value: "NAME", help: `the cloud: ${CLOUDS.join(", ")}` },
  region: {
    type: "string",
    value: "ID",
    multiple: true,
    default: [] as string[],
    help: "read this region; may be repeated (default: the one that config, environment or profile name)",
  },
  vpc: {
    type: "string",
    value: "ID",
    multiple: true,
    default: [] as string[],
    help: "declare connections of this VPC only; may be repeated",
  },
  routes: { type: "boolean", default: false, help: "declare the routes through them, too" },
  language: {
    type: "string",
    value: "NAME",
    default: "typescript",
    help: "typescript (default), or yaml, which needs the plugin for Pulumi's YAML",
  },
  out: { type: "string", value: "FILE", help: "write the program to this file (default: standard output)" },
  force: { type: "boolean", default: false, help: "even if the file is there already" },
  json: { type: "boolean", default: false, help: "answer JSON: the program, and what it does not declare" },
  stack: {
    ...STACK_OPTIONS.stack,
    help: "the stack that the program is for (default: the one that is selected, if any)",
  },
  cwd: STACK_OPTIONS.cwd,
} as const satisfies Options;

/**
 * What the command line asks for.
 *
 * @throws PeeringError
 */
export function argumentsIn({ values }: Asked<typeof OPTIONS>): Arguments {
  const { region: regions, vpc: vpcs, routes, out, force, json, stack, cwd } = values;
  const cloud = cloudGiven(values.cloud);
  const language = LANGUAGES.find((one) => one === values.language);
  if (language === undefined) {
    throw refused(`--language is ${shown(values.language)}.`, `It must be one of ${LANGUAGES.join(", ")}.`);
  }
  const named = { region: regions, vpc: vpcs, out: [out], stack: [stack] };
  const [empty] = Object.entries(named).find(([, all]) => all.some((one) => one?.trim() === "")) ?? [];
  if (empty !== undefined) throw refused(`--${empty} is empty.`, "Give a value, or leave it out.");
  return { cloud, regions, vpcs, routes, language, force, json, cwd, ...defined({ out, stack }) };
}
