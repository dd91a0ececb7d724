import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { StateRow, Stack } from "../../engine/support";
import type { GoldenCloud } from "../clouds";
import { writtenBy } from "../fixtures";
import { normalised, withBareComponents } from "../normalise";
import { openGoldenStack } from "../stack";

/** The calls that look and change nothing; keys are asked whose they are, once a process. */
const LOOK = /^(Get|Describe|Show|List|KeystoneList)/;

/** Takes over what earlier packages wrote on a cloud, with the package of today. */
export function upgrades(golden: GoldenCloud): void {
  test.each(["a16f7f5", "c2607d0"])(
    "what %s made is read, refreshed, changed in place and destroyed",
    async (commit) => {
      const { state, peerings } = writtenBy(commit, golden.cloud);
      const stack = await openGoldenStack(golden, { peerings });
      await takeOver(stack, state);

      await stack.ok("up", "--yes", "--skip-preview", "--expect-no-changes");
      expect(contents(await stack.ok("stack", "export"))).toEqual(contents(withBareComponents(state)));
      await stack.ok("refresh", "--yes", "--skip-preview", "--expect-no-changes");
      expect(contents(await stack.ok("stack", "export"))).toEqual(
        contents(accepted(withBareComponents(state))),
      );
      expect(await changingCalls(stack)).toEqual([]);

      await stack.ok("up", "--yes", "--skip-preview", "--config", "suffix=2");
      expect(await changingCalls(stack)).toEqual(golden.changes);
      expect(await liveIds(stack)).toEqual(idsOf(peerings));

      await stack.ok("destroy", "--yes", "--skip-preview");
      expect(await changingCalls(stack)).toEqual(golden.ends);
      expect(await liveIds(stack)).toEqual(golden.left);
      expect(await stack.state()).toEqual([]);
    },
  );
}

/** What a resource is and what is known of it; the engine's own notes on dependencies do not outlive a refresh. */
function contents(exported: string): unknown[] {
  const { deployment } = JSON.parse(normalised(exported)) as { deployment: { resources: StateRow[] } };
  return deployment.resources.map(({ urn, id, inputs, outputs }) => ({ urn, id, inputs, outputs }));
}

/** A connection that waited for its acceptance when it was written is active when it is looked at again. */
function accepted(state: string): string {
  return state.replaceAll('"status":"pending"', '"status":"active"');
}

/** Makes a stack's state the one that an earlier package wrote, at this emulator's address. */
async function takeOver(stack: Stack, state: string): Promise<void> {
  const file = join(stack.folder, "state.json");
  await writeFile(file, state.replaceAll("http://127.0.0.1:0", stack.emulator.url));
  await stack.ok("stack", "import", "--file", file);
}

async function changingCalls(stack: Stack): Promise<string[]> {
  return (await stack.newCalls()).filter((action) => !LOOK.test(action)).sort();
}

async function liveIds(stack: Stack): Promise<unknown[]> {
  return idsOf((await stack.peerings()).filter(({ deleted }) => !deleted));
}

function idsOf(peerings: readonly { id?: string | undefined }[]): unknown[] {
  return peerings.map(({ id }) => id).sort();
}
