import { mkdtemp } from "node:fs/promises";
import { join } from "node:path";
import type { CloudOfTests } from "./clouds";
import { CLOUDS } from "./clouds";
import type { Outcome, Stack } from "./support";
import { openStack, runCommand } from "./support";

/** A program that declares one pair under this name, with these arguments and options beside. */
const program = (
  { cloud, prelude }: CloudOfTests,
  name: string,
  { args = "", opts = "", provider = "a()" } = {},
): string =>
  `${prelude}
new VpcPeering("${name}", { cloud: "${cloud}", requester: hub, accepter: own(1), ${args} }, { provider: ${provider}, ${opts} });`;

const up = ["up", "--yes", "--skip-preview"];

async function living(stack: Stack): Promise<string[]> {
  return (await stack.peerings()).filter(({ deleted }) => !deleted).map(({ id }) => id);
}

async function orphansOf(stack: Stack, { cloud, vpcs }: CloudOfTests, name: string): Promise<Outcome> {
  return await runCommand(stack, "orphans", ["--stack", name, "--cloud", cloud, "--region", vpcs.hub.region]);
}

describe.each(CLOUDS)("on $cloud", (under) => {
  const { worldOf } = under;

  test("a connection outlives the renames of its resource and its stack, and its hand-over to another", async () => {
    const stack = await openStack(program(under, "before"), { world: worldOf(1, 1) });
    await stack.ok(...up);
    const [id = ""] = await living(stack);

    // Renamed without an alias: refused with the alias as advice, and no way to adopt what another resource owns.
    for (const args of ["", `adopt: "${id}"`]) {
      await stack.write(program(under, "after", { args }));
      const refused = await stack.fails(...up);
      expect(refused).toContain('"before" of this very stack');
      expect(refused).toContain('`aliases: [{ name: "before" }]`');
      expect(refused).not.toContain("take it over with");
    }
    // The alias comes late: the engine knows the new component by now, so it makes the new and deletes the old.
    await stack.write(program(under, "after", { opts: 'aliases: [{ name: "before" }]' }));
    await stack.ok(...up);
    expect(await living(stack)).toEqual([id]);
    await stack.ok("up", "--yes", "--skip-preview", "--expect-no-changes");

    await stack.ok("stack", "rename", "prod");
    const followed = await stack.ok(...up);
    expect(followed).toContain("this update marks it as this stack's");
    await stack.ok("up", "--yes", "--skip-preview", "--expect-no-changes");
    await stack.ok("refresh", "--yes", "--skip-preview", "--expect-no-changes");

    // A new stack has the old name, and so the old mark, and the program that made the connection.
    await stack.ok("stack", "init", "dev");
    expect((await orphansOf(stack, under, "dev")).output).not.toContain(id);
    expect(await stack.fails(...up)).toContain(`are connected already by ${id}`);
    expect(await living(stack)).toEqual([id]);

    await stack.ok("stack", "init", "staging");
    await stack.write(program(under, "taken", { args: `adopt: "${id}"` }));
    await stack.ok(...up);
    await stack.ok("stack", "select", "prod");
    await stack.write("");
    expect(await stack.ok("refresh", "--yes", "--skip-preview")).toContain("bears the mark of");
    await stack.ok(...up);
    expect(await living(stack)).toEqual([id]);

    await stack.ok("stack", "select", "staging");
    await stack.ok("destroy", "--yes", "--skip-preview");
    expect(await living(stack)).toEqual([]);
  });

  test("a connection that was moved by `pulumi state move` is handed over, and no call deletes it", async () => {
    const stack = await openStack(program(under, "one"), { world: worldOf(1, 1) });
    await stack.ok(...up);
    const [id = ""] = await living(stack);
    const moved =
      (await stack.state()).find(({ type }) => type === "vpc-peering:index:VpcPeering")?.urn ?? "";
    await stack.write("");
    await stack.ok("stack", "init", "staging");
    await stack.ok(...up);
    const ends = ["--source", "organization/peerings/dev", "--dest", "organization/peerings/staging"];
    await stack.ok("state", "move", "--yes", ...ends, moved);
    await stack.write(program(under, "one"));
    expect(await stack.ok(...up)).toContain("this update marks it as this stack's");
    await stack.ok("up", "--yes", "--skip-preview", "--expect-no-changes");
    await stack.ok("stack", "select", "dev");
    expect(await stack.fails(...up)).toContain(`are connected already by ${id}`);
    await stack.write("");
    await stack.ok(...up);
    expect(await living(stack)).toEqual([id]);
    expect(await stack.newCalls()).not.toContain(under.actions.delete);
  });

  test("a late alias that comes with another provider instance, and so another process, cuts no traffic", async () => {
    const stack = await openStack(program(under, "before"), { world: worldOf(1, 1) });
    await stack.ok(...up);
    const [id] = await living(stack);
    const after = { provider: 'a("again")' };
    await stack.write(program(under, "after", after));
    await stack.fails(...up);
    await stack.write(program(under, "after", { ...after, opts: 'aliases: [{ name: "before" }]' }));
    expect(await stack.ok(...up)).toContain(`Connection ${String(id)} is left as it is`);
    expect(await living(stack)).toEqual([id]);
    await stack.ok("refresh", "--yes", "--skip-preview", "--expect-no-changes");
    await stack.ok("up", "--yes", "--skip-preview", "--expect-no-changes");
  });

  test("two backends with equal stacks do not take each other's, once one of them has a name for itself", async () => {
    const stack = await openStack(program(under, "one"), { world: worldOf(1, 1) });
    await stack.ok(...up);
    const [id = ""] = await living(stack);
    await stack.config("vpc-peering:organization", "here");
    expect(await stack.ok(...up)).toContain("this update marks it as this stack's");
    await stack.ok("up", "--yes", "--skip-preview", "--expect-no-changes");

    // The other backend: the same names, nothing in the state, and no such name.
    const state = await mkdtemp(join(stack.folder, "other-backend-"));
    stack.environment["PULUMI_BACKEND_URL"] = `file://${state}`;
    await stack.ok("stack", "init", "dev");
    await stack.ok("config", "rm", "vpc-peering:organization");
    expect(await stack.fails(...up)).toContain(`are connected already by ${id}`);
    expect((await orphansOf(stack, under, "dev")).output).not.toContain(id);
    expect(await living(stack)).toEqual([id]);
  });
});
