import type { Reporter } from "../../../commandLine/progress";
import { isPeeringError } from "../../model/errors";
import type { Run, StateResource } from "../kit/pulumi";
import { pulumi } from "../kit/pulumi";

/** What the states of all stacks of a backend hold. */
export interface States {
  ids: ReadonlySet<string>;
  /** The stacks whose state could not be read. */
  unread: string[];
}

/**
 * Reads the state of every stack of the backend that a folder's project uses. A connection that one of them holds is no
 * orphan, whatever mark it bears: `pulumi state move` and `pulumi stack rename` leave the old mark until the next `up`,
 * and some clouds cannot change it.
 */
export async function statesOf(
  cwd: string,
  progress: Reporter,
  run: Run = (args) => pulumi(args, cwd),
): Promise<States> {
  const stacks = JSON.parse(await run(["stack", "ls", "--all", "--json"])) as { name: string }[];
  const ids = new Set<string>();
  const unread: string[] = [];
  for (const [index, { name }] of stacks.entries()) {
    progress.at(`read the states of ${index} of ${stacks.length} stacks`);
    const held = await idsIn(name, run);
    if (held === undefined) unread.push(name);
    for (const id of held ?? []) ids.add(id);
  }
  return { ids, unread };
}

async function idsIn(stack: string, run: Run): Promise<string[] | undefined> {
  try {
    const { deployment } = JSON.parse(await run(["stack", "export", "--stack", stack])) as Export;
    return (deployment?.resources ?? []).map(({ id }) => id).filter((id) => id !== undefined);
  } catch (error) {
    if (isPeeringError(error) || error instanceof SyntaxError) return undefined;
    throw error;
  }
}

interface Export {
  deployment?: { resources?: Pick<StateResource, "id">[] } | null;
}
