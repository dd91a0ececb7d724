import { mkdtemp, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { CloudOfTests } from "./clouds";
import { CLOUDS } from "./clouds";
import type { Stack } from "./support";
import { openStack } from "./support";

const program = ({ cloud, prelude, betweenRegions }: CloudOfTests): string => `${prelude}
new VpcPeering("pair", { cloud: "${cloud}", requester: hub, accepter: own(1) }, { provider: a() });
new VpcPeering("between", { cloud: "${cloud}", requester: own(2), accepter: { ...partner(1), provider: b() }, ...${JSON.stringify(betweenRegions)} }, { provider: a("a2") });`;

const up = ["up", "--yes", "--skip-preview"];

async function living(stack: Stack): Promise<string[]> {
  const rows = (await stack.peerings()).filter(({ deleted }) => !deleted);
  return rows.map(({ id }) => id).sort();
}

/** Exports the state of stack `dev` into a file, for a stack of this name. */
async function exported(stack: Stack, name: string): Promise<string> {
  const file = join(stack.folder, `${name}.json`);
  const state = await stack.ok("stack", "export", "--stack", "dev");
  await writeFile(file, state.replaceAll("urn:pulumi:dev::", `urn:pulumi:${name}::`));
  return file;
}

/** The first `up` of a copy marks everything as its own, makes nothing, and changes nothing else. */
async function expectTakenOver(copy: Stack, ids: string[]): Promise<void> {
  expect(await copy.ok(...up)).toContain("this update marks it as this stack's");
  expect(await living(copy)).toEqual(ids);
  await copy.ok(...up, "--expect-no-changes");
}

async function expectGone(copy: Stack, ids: string[]): Promise<void> {
  expect(await living(copy)).toEqual(ids);
  await copy.ok(...up, "--expect-no-changes");
  await copy.ok("destroy", "--yes", "--skip-preview");
  expect(await living(copy)).toEqual([]);
}

describe.each(CLOUDS)("on $cloud, a stack made from another's export", (under) => {
  /** A stack with two connections. */
  async function original(): Promise<{ stack: Stack; ids: string[] }> {
    const stack = await openStack(program(under), { world: under.worldOf(2, 1) });
    await stack.ok(...up);
    const ids = await living(stack);
    expect(ids).toHaveLength(2);
    return { stack, ids };
  }

  test("and of another name owns everything from its first up on, which the other's destroy leaves", async () => {
    const { stack, ids } = await original();
    await stack.ok("stack", "init", "copy");
    // With the other stack's name in its URNs the engine does not take it.
    expect(await stack.fails("stack", "import", "--file", await exported(stack, "dev"))).toMatch(/--force/);
    await stack.ok("stack", "import", "--file", await exported(stack, "copy"));

    // A refresh takes nothing over.
    await stack.ok("refresh", "--yes", "--skip-preview");
    await stack.ok("stack", "select", "dev");
    await stack.ok(...up, "--expect-no-changes");

    await stack.ok("stack", "select", "copy");
    await expectTakenOver(stack, ids);
    await stack.ok("stack", "select", "dev");
    expect(await stack.ok("refresh", "--yes", "--skip-preview")).toContain("bears the mark of");
    await stack.ok("destroy", "--yes", "--skip-preview");
    await stack.ok("stack", "select", "copy");
    await expectGone(stack, ids);
  });

  test("and of the same name on another backend does so once its marks have an organization of their own", async () => {
    const { stack, ids } = await original();
    const backends = [
      stack.environment["PULUMI_BACKEND_URL"],
      `file://${await mkdtemp(join(stack.folder, "backend-"))}`,
    ];
    const goTo = async (at: 0 | 1): Promise<void> => {
      stack.environment["PULUMI_BACKEND_URL"] = backends[at];
      if (at === 1) await stack.config("vpc-peering:organization", "second");
      else await stack.ok("config", "rm", "vpc-peering:organization");
    };
    const file = await exported(stack, "dev");
    stack.environment["PULUMI_BACKEND_URL"] = backends[1];
    await stack.ok("stack", "init", "dev");
    await stack.ok("stack", "import", "--file", file);
    await goTo(1);
    await expectTakenOver(stack, ids);

    await goTo(0);
    await stack.ok("destroy", "--yes", "--skip-preview");
    await goTo(1);
    await expectGone(stack, ids);
  });
});
