import { parseArgs } from "node:util";
import { defined } from "../../model/defined";
import type { CloudName } from "../../model/clouds";
import { CLOUDS } from "../../model/clouds";
import { PeeringError } from "../../model/errors";
import { shown } from "../../model/shown";
import { cloudNamed } from "../kit/command";

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
  stack?: string;
  cwd: string;
}

const OPTIONS = {
  cloud: { type: "string" },
  region: { type: "string", multiple: true, default: [] as string[] },
  vpc: { type: "string", multiple: true, default: [] as string[] },
  routes: { type: "boolean", default: false },
  language: { type: "string", default: "typescript" },
  out: { type: "string" },
  force: { type: "boolean", default: false },
  stack: { type: "string" },
  cwd: { type: "string", default: "." },
  help: { type: "boolean", short: "h", default: false },
} as const;

/**
 * Reads the command line.
 *
 * @throws PeeringError, or Node's own error for an unknown option.
 */
export function argumentsIn(args: string[]): Arguments | "help" {
  const { values } = parseArgs({ args, options: OPTIONS });
  const { help, region: regions, vpc: vpcs, routes, out, force, stack, cwd } = values;
  if (help) return "help";
  const cloud = cloudNamed(values.cloud);
  if (cloud === undefined) throw refused("--cloud is missing.", `Give one of ${CLOUDS.join(", ")}.`);
  const language = LANGUAGES.find((one) => one === values.language);
  if (language === undefined) {
    throw refused(`--language is ${shown(values.language)}.`, `It must be one of ${LANGUAGES.join(", ")}.`);
  }
  const named = { region: regions, vpc: vpcs, out: [out], stack: [stack] };
  const [empty] = Object.entries(named).find(([, all]) => all.some((one) => one?.trim() === "")) ?? [];
  if (empty !== undefined) throw refused(`--${empty} is empty.`, "Give a value, or leave it out.");
  return { cloud, regions, vpcs, routes, language, force, cwd, ...defined({ out, stack }) };
}

function refused(sentence: string, remedy: string): PeeringError {
  return new PeeringError(sentence, { kind: "invalid", remedy });
}
