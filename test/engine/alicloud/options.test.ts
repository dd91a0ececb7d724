import { PRELUDE } from "./program";
import { openStack } from "../support";
import type { Stack } from "../support";

/** A peering with these properties and these options, and what else the program has. */
const program = (properties: string, options = "", more = ""): string => `${PRELUDE}
const provider = a();
${more}
new VpcPeering("options", {
  cloud: "alicloud", requester: { vpcId: "vpc-bp1hub01" }, accepter: { vpcId: "vpc-bp1app01" }, ${properties}
}, { provider, ${options} });
`;

const plain = 'name: "first", tags: { team: "a" }';

async function running(options = ""): Promise<Stack> {
  const stack = await openStack(program(plain, options));
  await stack.ok("up", "--yes", "--skip-preview");
  await stack.newCalls();
  return stack;
}

const living = async (stack: Stack): Promise<string[]> =>
  (await stack.peerings()).filter(({ deleted }) => !deleted).map(({ id }) => id);

test("ignoreChanges keeps what was changed elsewhere, and what the program says now", async () => {
  const stack = await running();
  await stack.write(program('name: "second", tags: { team: "b" }', 'ignoreChanges: ["name", "tags.team"]'));
  await stack.ok("preview", "--expect-no-changes");
  await stack.write(program('name: "second", tags: { team: "b" }', 'ignoreChanges: ["tags"]'));
  await stack.ok("up", "--yes", "--skip-preview");
  expect((await stack.peerings())[0]).toMatchObject({ name: "second", tags: { team: "a" } });
});

test("replaceOnChanges makes a change in place a replacement, the old connection deleted first", async () => {
  const stack = await running();
  const [before] = await living(stack);
  await stack.write(program('name: "second", tags: { team: "a" }', 'replaceOnChanges: ["name"]'));
  expect(await stack.ok("preview", "--diff")).toMatch(/\+-.*Connection[^]*~ name *: "first" => "second"/);
  await stack.ok("up", "--yes", "--skip-preview");
  const after = await living(stack);
  expect(after).toHaveLength(1);
  expect(after).not.toContain(before);
  expect((await stack.newCalls()).filter((action) => /^(Create|Delete)/.test(action))).toEqual([
    "DeleteVpcPeerConnection",
    "CreateVpcPeerConnection",
  ]);
});

test("replacementTrigger replaces when its value changes", async () => {
  const stack = await running('replacementTrigger: "one"');
  await stack.ok("preview", "--expect-no-changes");
  await stack.write(program(plain, 'replacementTrigger: "two"'));
  expect(await stack.ok("preview")).toMatch(/Connection options replace/);
});

test("deleteBeforeReplace: false makes the new connection first, where it is between other VPCs", async () => {
  const stack = await running();
  await stack.write(program(plain, "deleteBeforeReplace: false").replace("vpc-bp1app01", "vpc-bp1twin01"));
  await stack.ok("up", "--yes", "--skip-preview");
  expect((await stack.newCalls()).filter((action) => /^(Create|Delete)/.test(action))).toEqual([
    "CreateVpcPeerConnection",
    "DeleteVpcPeerConnection",
  ]);
  expect(await living(stack)).toHaveLength(1);
});

test("deleteBeforeReplace: false keeps the connection there is, where the new one would be between the same VPCs", async () => {
  const stack = await running();
  const before = await living(stack);
  const options = 'replaceOnChanges: ["name"], deleteBeforeReplace: false';
  await stack.write(program('name: "second", tags: { team: "a" }', options));
  const output = await stack.ok("up", "--yes", "--skip-preview");
  expect(output).toContain("is left as it is: what was made in its place");
  expect(await living(stack)).toEqual(before);
  await stack.ok("refresh", "--yes", "--skip-preview", "--expect-no-changes");
});

test("protect refuses to delete and to replace", async () => {
  const stack = await running("protect: true");
  expect(await stack.fails("destroy", "--yes")).toMatch(/protected/);
  await stack.write(program(plain, "protect: true").replace("vpc-bp1app01", "vpc-bp1twin01"));
  expect(await stack.fails("up", "--yes", "--skip-preview")).toMatch(/marked for protection/);
  expect(await living(stack)).toHaveLength(1);
});

test("retainOnDelete takes it out of the stack and leaves it in the cloud", async () => {
  const stack = await running("retainOnDelete: true");
  await stack.ok("destroy", "--yes", "--skip-preview");
  expect(await living(stack)).toHaveLength(1);
  expect(await stack.newCalls()).not.toContain("DeleteVpcPeerConnection");
});

test("aliases keep the connection through a new name", async () => {
  const stack = await running();
  const before = await living(stack);
  await stack.write(
    program(plain, 'aliases: [{ name: "options" }]').replace('VpcPeering("options"', 'VpcPeering("renamed"'),
  );
  expect(await stack.ok("preview", "--expect-no-changes")).not.toMatch(/replace|delete/);
  await stack.ok("up", "--yes", "--skip-preview");
  expect(await living(stack)).toEqual(before);
  expect(await stack.newCalls()).toEqual([]);
});

test("customTimeouts bound the wait", async () => {
  const stack = await openStack(program(plain, 'customTimeouts: { create: "2s" }'), {
    world: { timings: { activateMs: 60_000 } },
  });
  expect(await stack.fails("up", "--yes", "--skip-preview")).toMatch(/within (the limit of )?2s/);
});

test("dependants of connectionId stay known when the connection is changed in place", async () => {
  const more = "const seen = (p) => { module.exports.id = p.connectionId; };";
  const withOutput = (properties: string): string =>
    program(properties, "", more).replace("new VpcPeering(", "const p = new VpcPeering(") +
    'new VpcPeering("dependant", { cloud: "alicloud", requester: { vpcId: "vpc-bp1hub01" }, accepter: { vpcId: "vpc-bp1twin01" }, description: pulumi.interpolate`beside ${p.connectionId}` }, { provider }); seen(p);';
  const stack = await openStack(withOutput(plain));
  await stack.ok("up", "--yes", "--skip-preview");
  await stack.write(withOutput('name: "second", tags: { team: "a" }'));
  const preview = await stack.ok("preview", "--diff");
  expect(preview).toMatch(/~ name *: "first" => "second"/);
  expect(preview).not.toMatch(/description|\[unknown\]|output</);
});
