import { commentOf, cutsTraffic } from "../../src/cli/preview/comment";
import { readPreview } from "../../src/cli/preview/steps";
import { CLOUDS } from "./clouds";
import type { Stack } from "./support";
import { openStack } from "./support";

const UP = ["up", "--yes", "--skip-preview"];
const TARGET = ["--target", "**::one", "--target-dependents"];

async function living(stack: Stack): Promise<string[]> {
  return (await stack.peerings()).filter(({ deleted }) => !deleted).map(({ id }) => id);
}

/** A preview plans no replacement, the comment made of it tells of no cut, and an up keeps the connection. */
async function isKept(stack: Stack, id: string): Promise<void> {
  const preview = readPreview((await stack.pulumi("preview", "--json")).output);
  expect(cutsTraffic(preview)).toBe(false);
  const comment = commentOf(preview);
  expect(comment).not.toMatch(/the preview failed|traffic is cut|made anew|no more traffic/);
  await stack.ok(...UP);
  expect(await living(stack)).toEqual([id]);
  await stack.ok("preview", "--expect-no-changes");
}

describe.each(CLOUDS)("on $cloud", (under) => {
  const { cloud, prelude, worldOf, accountKey, accounts, settings, betweenRegions } = under;
  const pair = (name: string, accepter: string, args = {}): string =>
    `new VpcPeering("${name}", { cloud: "${cloud}", requester: hub, accepter: ${accepter}, ...${JSON.stringify(args)} }, { provider: A, protect: true });`;

  test("a first up with a target makes that peering, and nothing that its user does not see stands in its way", async () => {
    const stack = await openStack(
      `${prelude}\nconst A = a();\n${pair("one", "own(1)")}\n${pair("two", "own(2)")}`,
      {
        world: worldOf(2, 1),
      },
    );
    await stack.ok(...UP, ...TARGET);
    const [one] = await living(stack);
    await stack.ok(...UP);
    const both = await living(stack);
    expect(both).toHaveLength(2);
    expect(both).toContain(one);
    await stack.ok("preview", "--expect-no-changes");
  });

  test("between two accounts it needs the accepter's account, and says so", async () => {
    const program = (b: string): string => `${prelude}
const A = a(), B = ${b};
${pair("one", "{ ...partner(1), ACCOUNT: undefined, provider: B }", betweenRegions).replace("ACCOUNT", accountKey)}`;
    const stack = await openStack(program("b()"), { world: worldOf(1, 1) });
    // Where the instance's own settings name it, nobody has to be asked.
    if (!(accountKey in settings.b)) {
      expect(await stack.fails(...UP, ...TARGET)).toContain(`Name the account in accepter.${accountKey}`);
      expect(await living(stack)).toEqual([]);
    }
    await stack.write(program(`b("b", { ${accountKey}: "${accounts.b}" })`));
    await stack.ok(...UP, ...TARGET);
    expect((await stack.peerings()).map(({ status }) => status)).toEqual(["active"]);
  });

  test("renaming a provider instance, and naming its account, keeps a protected connection", async () => {
    const program = (a: string): string => `${prelude}\nconst A = ${a};\n${pair("one", "own(1)")}`;
    const stack = await openStack(program("a()"), { world: worldOf(1, 1) });
    await stack.ok(...UP);
    const [id = ""] = await living(stack);
    await stack.write(program('a("renamed")'));
    await isKept(stack, id);
    await stack.write(program(`a("renamed", { ${accountKey}: "${accounts.a}" })`));
    await isKept(stack, id);
  });

  test("a move from the stack's config to an instance keeps a protected connection", async () => {
    const stack = await openStack(`${prelude}\n${pair("one", "own(1)").replace("provider: A, ", "")}`, {
      world: worldOf(1, 1),
    });
    await stack.config(`${cloud}:endpoint`, stack.emulator.url);
    for (const [key, value] of Object.entries(settings.a)) {
      await stack.ok("config", "set", "--secret", `${cloud}:${key}`, value);
    }
    await stack.ok(...UP);
    const [id = ""] = await living(stack);
    await stack.write(`${prelude}\nconst A = a();\n${pair("one", "own(1)")}`);
    await isKept(stack, id);
  });
});
