import { execFile } from "node:child_process";
import { readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import type { Reporter } from "../../../commandLine/progress";
import { SECRET, SIGNATURE } from "../../model/engineValues";
import { PeeringError } from "../../model/errors";
import { DEFAULT_ORGANIZATION } from "../../model/owner";
import { shown } from "../../model/shown";
import type { StackRow } from "./stackRow";
import { addressOf, rowOf } from "./stackRow";

/** A resource of a stack's state, as far as it matters here. */
export interface StateResource {
  urn: string;
  type: string;
  id?: string;
  /** Whether the program only reads it. */
  external?: boolean;
  /** The provider instance that it was made with: its URN, `::` and its id. */
  provider?: string;
  inputs?: Record<string, unknown>;
  outputs?: Record<string, unknown>;
}

/** What Pulumi knows of a stack. */
export interface StackFacts {
  organization: string;
  project: string;
  name: string;
  /** Whether the backend says that an update is running. */
  isBusy: boolean;
  resources: StateResource[];
  /** Resources that were being made when the process died. */
  unfinished: StateResource[];
  /** The stack's configuration, secrets in clear. */
  config: Record<string, string>;
}

/** Runs the Pulumi CLI with these arguments, and answers what it printed. */
export type Run = (args: string[]) => Promise<string>;

/** A stack, by its project's folder and its name; without a name, the one that is selected there. */
export interface Which {
  cwd: string;
  stack: string | undefined;
}

/** Asks the Pulumi CLI. */
export async function factsOf({ cwd, stack }: Which, progress: Reporter): Promise<StackFacts> {
  const run: Run = (args) => pulumi(args, cwd);
  const which = stack === undefined ? [] : ["--stack", stack];
  progress.at(`reading ${stack === undefined ? "the stack" : `stack ${stack}`}`);
  const name = (await run(["stack", "--show-name", ...which])).trim();
  const row = rowOf(JSON.parse(await run(["stack", "ls", "--json"])) as StackRow[], stack);
  const { deployment = {} } = JSON.parse(
    await run(["stack", "export", "--show-secrets", ...which]),
  ) as Export;
  const config = JSON.parse(await run(["config", "--json", "--show-secrets", ...which])) as Config;
  const resources = deployment.resources ?? [];
  const unfinished = (deployment.pending_operations ?? [])
    .filter(({ type }) => type === "creating")
    .map(({ resource }) => resource);
  const said = config["vpc-peering:organization"]?.value ?? "";
  const { organization = DEFAULT_ORGANIZATION, project = projectIn(cwd) } = addressOf(row, stack);
  return {
    organization: said === "" ? organization : said,
    project,
    name: name.split("/").at(-1) ?? name,
    isBusy: row?.updateInProgress === true,
    resources: plain(resources),
    unfinished: plain(unfinished),
    config: Object.fromEntries(Object.entries(config).map(([key, { value }]) => [key, value ?? ""])),
  };
}

interface Export {
  deployment?: {
    resources?: StateResource[];
    pending_operations?: { type: string; resource: StateResource }[];
  };
}

type Config = Record<string, { value?: string }>;

const execute = promisify(execFile);

export async function pulumi(args: string[], cwd: string): Promise<string> {
  // Node.js would say that there is no such command.
  if (statSync(cwd, { throwIfNoEntry: false })?.isDirectory() !== true) {
    throw new PeeringError(`--cwd is ${shown(cwd)}: there is no such folder.`, { kind: "invalid" });
  }
  try {
    const surroundings = { cwd, env: process.env, maxBuffer: 1 << 30 };
    const running = execute("pulumi", [...args, "--non-interactive"], surroundings);
    running.child.stdin?.end();
    return (await running).stdout;
  } catch (error) {
    const { code, stderr = "" } = error as { code?: string; stderr?: string };
    const why = code === "ENOENT" ? "the command is not on the PATH" : stderr.trim();
    throw new PeeringError(`pulumi ${args.slice(0, 2).join(" ")} failed: ${why}.`, {
      kind: "invalid",
      remedy: "Run this in the project's folder, or name it with --cwd and the stack with --stack.",
    });
  }
}

/** The same with secrets in clear. */
function plain<T>(value: T): T {
  return JSON.parse(JSON.stringify(value), (_key, part: unknown) => {
    const { [SIGNATURE]: mark, plaintext } = (part ?? {}) as Record<string, unknown>;
    return mark === SECRET && typeof plaintext === "string" ? (JSON.parse(plaintext) as unknown) : part;
  }) as T;
}

/** The project's name, from the Pulumi.yaml of this folder or of one above. */
function projectIn(folder: string): string {
  for (const file of ["Pulumi.yaml", "Pulumi.yml"]) {
    const name = nameIn(join(folder, file));
    if (name !== undefined) return name;
  }
  if (dirname(folder) === folder) {
    throw new PeeringError("There is no Pulumi.yaml here or above.", {
      kind: "invalid",
      remedy: "Name the project's folder with --cwd.",
    });
  }
  return projectIn(dirname(folder));
}

function nameIn(file: string): string | undefined {
  try {
    return /^name:\s*["']?([^"'\s#]+)/m.exec(readFileSync(file, "utf8"))?.[1];
  } catch {
    return undefined;
  }
}
