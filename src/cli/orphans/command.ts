import { resolve } from "node:path";
import { EXIT } from "../../../commandLine/command";
import type { Options } from "../../../commandLine/options";
import type { Reporter } from "../../../commandLine/progress";
import { withProgress } from "../../../commandLine/progress";
import { NOWHERE } from "../../../commandLine/shell";
import { SILENT } from "../../provider/lifecycle/work";
import { redacted } from "../../io/secrets";
import { isPeeringError } from "../../model/errors";
import { CLOUDS } from "../../model/clouds";
import { cloudNamed, commandOf, printable, STACK_OPTIONS } from "../kit/command";
import type { Which } from "../kit/pulumi";
import { factsOf } from "../kit/pulumi";
import type { Found } from "../kit/search";
import { search } from "../kit/search";
import { stackMarks } from "../kit/stackMarks";
import { orphansAmong } from "./orphans";
import type { States } from "./otherStates";
import { statesOf } from "./otherStates";
import { placesOf } from "./places";
import type { Outcome, Report } from "./report";
import { jsonOf, textOf } from "./report";
import { remove } from "./remove";

const NAME = "vpc-peering-orphans";

const OPTIONS = {
  ...STACK_OPTIONS,
  cloud: { type: "string", value: "NAME", help: `search this cloud only: ${CLOUDS.join(", ")}` },
  region: {
    type: "string",
    value: "ID",
    multiple: true,
    default: [] as string[],
    help: "search this region; may be repeated (default: those that state, config and environment name)",
  },
  delete: { type: "boolean", default: false, help: "delete what was found, each after one more look at it" },
  "force-delete": {
    type: "boolean",
    default: false,
    help: "the same, together with the routes that point at it, where the cloud can do that",
  },
  json: { type: "boolean", default: false, help: "answer JSON" },
} as const satisfies Options;

/** What is searched, and what becomes of it. */
interface Search {
  which: Which;
  cloud: string | undefined;
  regions: readonly string[];
  isDelete: boolean;
  force: boolean;
}

/** `vpc-peering-orphans`: what a died process and a destroyed stack have left. */
export const orphans = commandOf({
  usage: {
    name: NAME,
    ways: [
      `${NAME} [--stack NAME] [--cwd FOLDER] [--cloud NAME] [--region ID]... [--delete | --force-delete] [--json]`,
    ],
    about: `Lists the connections that bear the mark of a stack and are in no stack's state: what a process left behind that died
while it made them, in a stack that was destroyed before it was run again. (Run again, \`pulumi up\` goes on with them.)`,
    options: OPTIONS,
    notes: `Keys are those of the provider instances in the stack's state, of its config, and of the environment. Exits with 0 if
there are no orphans (any more), with 2 if there are, and with 1 if not all could be searched, read or deleted.
Do not use --delete while an update of the stack is running.

The states of all stacks of this backend are read: what one of them holds is no orphan. While one cannot be read, nothing is
deleted. A backend that this command does not know may have a stack with the same organization, project and name: the mark
is then the same. So look at the list before --delete.`,
  },
  async main({ values }, { stdout, stderr }) {
    const asked = {
      which: { cwd: resolve(values.cwd), stack: values.stack },
      cloud: values.cloud,
      regions: values.region,
      isDelete: values.delete || values["force-delete"],
      force: values["force-delete"],
    };
    const whoWaits = values.json ? NOWHERE : stderr;
    const report = await withProgress(NAME, whoWaits, (progress) => searched(asked, progress));
    stdout.write(values.json ? redacted(jsonOf(report)) : printable(textOf(report)));
    return exitCodeOf(report);
  },
});

async function searched(asked: Search, progress: Reporter): Promise<Report> {
  const { which, force } = asked;
  const stack = await factsOf(which, progress);
  const places = await placesOf(stack, { cloud: cloudNamed(asked.cloud), regions: asked.regions });
  const { found, searched } = await search(places, SILENT, progress);
  const peerings = found.map(({ peering }) => peering);
  const unknown = foundAmong(found, orphansAmong(peerings, stackMarks(stack), stack));
  const states = unknown.length === 0 ? NO_STATES : await statesOf(which.cwd, progress);
  const left = unknown.filter(({ peering }) => !states.ids.has(peering.id));
  const outcomes: Outcome[] = [];
  for (const one of left) {
    if (asked.isDelete) progress.at(`deleting ${one.peering.id}`);
    outcomes.push(asked.isDelete ? await deleted(one, { which, states, force, progress }) : { found: one });
  }
  const name = `${stack.organization}/${stack.project}/${stack.name}`;
  return { stack: name, outcomes, searched, unread: states.unread };
}

function exitCodeOf({ outcomes, searched, unread }: Report) {
  const isWrong =
    outcomes.some((one) => typeof one.deleted === "object") ||
    unread.length > 0 ||
    searched.length === 0 ||
    searched.some(({ failure }) => failure !== undefined);
  if (isWrong) return EXIT.failed;
  return outcomes.some((one) => one.deleted !== true) ? EXIT.found : EXIT.ok;
}

const NO_STATES: States = { ids: new Set(), unread: [] };

/** On which grounds an orphan is deleted, and how. */
interface Deletion {
  which: Which;
  progress: Reporter;
  states: States;
  force: boolean;
}

/** Deletes an orphan, unless a state that cannot be read may hold it, or the stack has come to know it or is at work. */
async function deleted(found: Found, { which, states, force, progress }: Deletion): Promise<Outcome> {
  const [unread] = states.unread;
  if (unread !== undefined) {
    return { found, deleted: { failure: `the state of stack ${unread} could not be read, and may hold it` } };
  }
  const stack = await factsOf(which, progress);
  if (stack.isBusy) return { found, deleted: { failure: "an update of this stack is running" } };
  if (orphansAmong([found.peering], stackMarks(stack), stack).length === 0) {
    return { found, deleted: { failure: "it is in the stack's state by now" } };
  }
  try {
    await remove(found, { force, row: SILENT });
    return { found, deleted: true };
  } catch (error) {
    if (!isPeeringError(error)) throw error;
    return { found, deleted: { failure: error.message } };
  }
}

function foundAmong(found: readonly Found[], orphans: readonly Found["peering"][]): Found[] {
  return found.filter(({ peering }) => orphans.includes(peering));
}
