import type { CloudOfTests } from "./clouds";
import { CLOUDS, EXAMPLE } from "./clouds";
import { killWhileHeld } from "../support/heldCall.cjs";
import type { Outcome, Stack } from "./support";
import { openStack, runCommand } from "./support";

/** Runs the command in the stack's project, as `npx` would. */
async function orphans(stack: Stack, ...args: string[]): Promise<Outcome> {
  return await runCommand(stack, "orphans", args);
}

async function open({ cloud, prelude, worldOf, settings }: CloudOfTests): Promise<Stack> {
  const program = `${prelude}
new VpcPeering("orphan", { cloud: "${cloud}", requester: hub, accepter: own(1), name: "orphan" });`;
  const stack = await openStack(program, { world: worldOf(3, 1) });
  await stack.config(`${cloud}:endpoint`, stack.emulator.url);
  for (const [name, value] of Object.entries(settings.a)) await setKey(stack, `${cloud}:${name}`, value);
  return stack;
}

const setKey = (stack: Stack, key: string, value: string): Promise<string> =>
  stack.ok("config", "set", "--secret", key, value);

const living = async (stack: Stack): Promise<string[]> =>
  (await stack.peerings())
    .filter(({ deleted }) => !deleted)
    .map(({ name }) => name)
    .sort();

describe.each(CLOUDS)("on $cloud", (under) => {
  const { cloud, actions } = under;

  test("a connection that outlived its process and its stack is found, and deleted if that is asked for", async () => {
    const stack = await open(under);
    await killWhileHeld(stack, { cloud, action: actions.create }, "up", "--yes", "--skip-preview");
    await stack.ok("destroy", "--yes", "--skip-preview");
    const [made] = await stack.peerings();
    const { requester } = made ?? {};
    for (const [name, mark] of [
      ["by hand", {}],
      ["of another stack", under.marked("0123456789abcdef01234567")],
    ] as const) {
      const accepter = { vpcId: made?.accepter.vpcId.replace(/1$/, name === "by hand" ? "2" : "3") };
      await stack.admin("POST", "/peerings", {
        cloud,
        status: "active",
        name,
        requester: { vpcId: requester?.vpcId },
        accepter,
        ...mark,
      });
    }
    expect(await living(stack)).toEqual(["by hand", "of another stack", "orphan"]);

    const listed = await orphans(stack);
    expect(listed.output).toMatch(
      /^1 connection bears the mark of organization\/peerings\/dev and is not in its state:/,
    );
    expect(listed.output).toContain(made?.id);
    expect(listed.output).not.toMatch(/by hand|of another stack|fakesecret/);
    expect(listed.code).toBe(2);

    const deleted = await orphans(stack, "--delete", "--json");
    expect(JSON.parse(deleted.output)).toMatchObject({ orphans: [{ cloud, id: made?.id, deleted: true }] });
    expect(deleted.code).toBe(0);
    expect(await living(stack)).toEqual(["by hand", "of another stack"]);
    expect((await orphans(stack)).code).toBe(0);
  });
});

const { cloud, prelude, settings, worldOf } = EXAMPLE;

/** How a search is named, by the keys that are looked with. */
const where = `${cloud} ${String(settings.a["region"])} with the keys of`;

test("a stack that is well has no orphans, with keys in its config or in an instance", async () => {
  const stack = await open(EXAMPLE);
  await stack.ok("up", "--yes", "--skip-preview");
  expect(await orphans(stack)).toMatchObject({ code: 0 });

  const own = await openStack(
    `${prelude}
new VpcPeering("well", { cloud: "${cloud}", requester: hub, accepter: own(1) }, { provider: a() });`,
    { world: worldOf(1, 1) },
  );
  await own.ok("up", "--yes", "--skip-preview");
  const { code, output } = await orphans(own);
  expect(output).toContain(`${where} provider instance a`);
  expect(code).toBe(0);
});

test("what cannot be searched is said, and the command fails", async () => {
  const stack = await open(EXAMPLE);
  await setKey(stack, `${cloud}:secretKey`, "fakesecretB");
  const { code, output } = await orphans(stack);
  expect(output).toMatch(new RegExp(`${where} .*: NOT SEARCHED, `));
  expect(code).toBe(1);
});

test("outside of a project, the command says how to name it", async () => {
  const stack = await open(EXAMPLE);
  const { code, output } = await orphans(stack, "--cwd", "/");
  expect(output).toMatch(/^vpc-peering-orphans: pulumi stack .* failed: .*--cwd/s);
  expect(code).toBe(1);
});
