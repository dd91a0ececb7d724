#!/usr/bin/env node
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { SILENT } from "../../provider/lifecycle/work";
import { redacted } from "../../io/secrets";
import { isPeeringError } from "../../model/errors";
import { CLOUDS } from "../../model/clouds";
import { cloudNamed, runCommand } from "../kit/command";
import { factsOf } from "../kit/pulumi";
import type { Found } from "../kit/search";
import { search } from "../kit/search";
import { stackMarks } from "../kit/stackMarks";
import { orphansAmong } from "./orphans";
import type { States } from "./otherStates";
import { statesOf } from "./otherStates";
import { placesOf } from "./places";
import type { Outcome } from "./report";
import { jsonOf, textOf } from "./report";
import { remove } from "./remove";

const HELP = `vpc-peering-orphans [--stack NAME] [--cwd FOLDER] [--cloud NAME] [--region ID]... [--delete] [--json]

Lists the connections that bear the mark of a stack and are in no stack's state: what a process left behind that died
while it made them, in a stack that was destroyed before it was run again. (Run again, \`pulumi up\` goes on with them.)

  --stack NAME      the stack (default: the one that is selected)
  --cwd FOLDER      the folder of the Pulumi project (default: this one)
  --cloud NAME      search this cloud only: ${CLOUDS.join(", ")}
  --region ID       search this region; may be repeated (default: those that state, config and environment name)
  --delete          delete what was found, each after one more look at it
  --force-delete    the same, together with the routes that point at it, where the cloud can do that
  --json            answer JSON
  --help            this text

Keys are those of the provider instances in the stack's state, of its config, and of the environment. Exits with 0 if
there are no orphans (any more), with 2 if there are, and with 1 if not all could be searched or deleted.
Do not use --delete while an update of the stack is running.

The states of all stacks of this backend are read: what one of them holds is no orphan. While one cannot be read, nothing is
deleted. A backend that this command does not know may have a stack with the same organization, project and name: the mark
is then the same. So look at the list before --delete.
`;

const NO_STATES: States = { ids: new Set(), unread: [] };

async function main(): Promise<void> {
  const values = commandLine();
  if (values.help) {
    process.stdout.write(HELP);
    return;
  }
  const which = { cwd: resolve(values.cwd), stack: values.stack };
  const stack = factsOf(which);
  const marks = stackMarks(stack);
  const places = await placesOf(stack, { cloud: cloudNamed(values.cloud), regions: values.region });
  const { found, searched } = await search(places, SILENT);
  const unknown = foundAmong(
    found,
    orphansAmong(
      found.map(({ peering }) => peering),
      marks,
      stack,
    ),
  );
  const states = unknown.length === 0 ? NO_STATES : statesOf(which.cwd);
  const orphans = unknown.filter(({ peering }) => !states.ids.has(peering.id));
  const isDelete = values.delete || values["force-delete"];
  const outcomes: Outcome[] = [];
  for (const one of orphans) {
    outcomes.push(
      isDelete ? await deleted(one, { which, states, force: values["force-delete"] }) : { found: one },
    );
  }
  const name = `${stack.organization}/${stack.project}/${stack.name}`;
  process.stdout.write(
    values.json
      ? jsonOf(name, outcomes, searched, states.unread)
      : textOf(name, outcomes, searched, states.unread),
  );
  const isLeft = outcomes.some((one) => one.deleted !== true);
  const isWrong =
    outcomes.some((one) => typeof one.deleted === "object") ||
    states.unread.length > 0 ||
    searched.length === 0 ||
    searched.some(({ failure }) => failure !== undefined);
  process.exitCode = isWrong ? 1 : isLeft ? 2 : 0;
}

/** On which grounds an orphan is deleted, and how. */
interface Deletion {
  which: Parameters<typeof factsOf>[0];
  states: States;
  force: boolean;
}

/** Deletes an orphan, unless a state that cannot be read may hold it, or the stack has come to know it or is at work. */
async function deleted(found: Found, { which, states, force }: Deletion): Promise<Outcome> {
  const [unread] = states.unread;
  if (unread !== undefined) {
    return { found, deleted: { failure: `the state of stack ${unread} could not be read, and may hold it` } };
  }
  const stack = factsOf(which);
  if (stack.isBusy) return { found, deleted: { failure: "an update of this stack is running" } };
  if (orphansAmong([found.peering], stackMarks(stack), stack).length === 0) {
    return { found, deleted: { failure: "it is in the stack's state by now" } };
  }
  try {
    await remove(found, force, SILENT);
    return { found, deleted: true };
  } catch (error) {
    if (!isPeeringError(error)) throw error;
    return { found, deleted: { failure: redacted(error.message) } };
  }
}

function foundAmong(found: readonly Found[], orphans: readonly Found["peering"][]): Found[] {
  return found.filter(({ peering }) => orphans.includes(peering));
}

function commandLine() {
  const options = {
    stack: { type: "string" },
    cwd: { type: "string", default: "." },
    cloud: { type: "string" },
    region: { type: "string", multiple: true, default: [] as string[] },
    delete: { type: "boolean", default: false },
    "force-delete": { type: "boolean", default: false },
    json: { type: "boolean", default: false },
    help: { type: "boolean", short: "h", default: false },
  } as const;
  return parseArgs({ options }).values;
}

runCommand("vpc-peering-orphans", main);
