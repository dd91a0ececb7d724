import { copyFile, readFile, rename, rm, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { join } from "node:path";
import { killWhileHeld } from "../support/heldCall.cjs";
import type { CloudOfTests } from "./clouds";
import { CLOUDS } from "./clouds";
import type { Stack } from "./support";
import { openStack } from "./support";

/** A program with a pair within one account, one between two, and as many more as are named. */
const program = ({ cloud, prelude, betweenRegions }: CloudOfTests, ...more: string[]): string => `${prelude}
const provider = a();
new VpcPeering("within", { cloud: "${cloud}", requester: hub, accepter: own(1) }, { provider });
new VpcPeering("between", { cloud: "${cloud}", requester: hub, accepter: { ...partner(1), provider: b() }, ...${JSON.stringify(betweenRegions)} }, { provider });
${more.map((name, at) => `new VpcPeering("${name}", { cloud: "${cloud}", requester: hub, accepter: own(${at + 2}) }, { provider });`).join("\n")}`;

/** Where the file backend keeps what it knows of a stack. */
function fileOf({ environment }: Stack, name = "dev"): string {
  const backend = fileURLToPath(environment["PULUMI_BACKEND_URL"] ?? "");
  return join(backend, ".pulumi", "stacks", "peerings", `${name}.json`);
}

/** Every connection that was ever made, the deleted ones too. */
async function everMade(stack: Stack): Promise<string[]> {
  return (await stack.peerings()).map(({ id, deleted }) => `${id}${deleted ? " (deleted)" : ""}`).sort();
}

/** An `up` that is killed after the cloud has made one more connection, and leaves a part of a file. */
async function dieWriting(
  stack: Stack,
  { cloud, actions }: CloudOfTests,
  { file, part }: { file: string; part: number },
): Promise<void> {
  await killWhileHeld(stack, { cloud, action: actions.create }, "up", "--yes", "--skip-preview");
  const whole = await readFile(file);
  await writeFile(file, whole.subarray(0, whole.length * part));
  expect(await stack.fails("up", "--yes", "--skip-preview")).toContain("failed to load checkpoint");
}

async function expectAllFound(stack: Stack, made: string[]): Promise<void> {
  await stack.ok("up", "--yes", "--skip-preview");
  expect(await everMade(stack)).toEqual(made);
  await stack.ok("up", "--yes", "--skip-preview", "--expect-no-changes");
  const statuses = (await stack.peerings()).map(({ status }) => status);
  expect(statuses).toEqual(made.map(() => "active"));
}

describe.each(CLOUDS)("on $cloud, after a state file was torn", (under) => {
  test("the state without what stands beside it, the backup, or an empty state, is enough to find every connection again", async () => {
    const stack = await openStack(program(under), { world: under.worldOf(4, 1) });
    const file = fileOf(stack);
    await stack.ok("up", "--yes", "--skip-preview");

    // The engine replaces the state in one step, and not what it keeps beside it.
    await stack.write(program(under, "third"));
    await dieWriting(stack, under, { file: `${file}.attrs`, part: 0 });
    const three = await everMade(stack);
    expect(three).toHaveLength(3);
    await rm(`${file}.attrs`);
    await expectAllFound(stack, three);

    await stack.write(program(under, "third", "fourth"));
    await dieWriting(stack, under, { file, part: 1 / 2 });
    const four = await everMade(stack);
    expect(four).toHaveLength(4);
    await copyFile(`${file}.bak`, file);
    await expectAllFound(stack, four);

    await stack.write(program(under, "third", "fourth", "fifth"));
    await dieWriting(stack, under, { file, part: 0 });
    const five = await everMade(stack);
    expect(five).toHaveLength(5);
    await rename(file, `${file}.torn`);
    await rm(`${file}.bak`);
    await stack.ok("stack", "init", "dev");
    await expectAllFound(stack, five);

    await stack.ok("destroy", "--yes", "--skip-preview");
    expect((await stack.peerings()).filter(({ deleted }) => !deleted)).toEqual([]);
  });
});
