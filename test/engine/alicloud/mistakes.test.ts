import type { Stack } from "../support";
import { PRELUDE } from "./program";
import { openStack } from "../support";

const SIDES = `
  requester: { vpcId: "vpc-bp1hub01", region: "cn-hangzhou" },
  accepter: { vpcId: "vpc-bp1app01", region: "cn-hangzhou", accountId: "1000000000000001" },`;

const peering = (args: string, opts = "{ provider: a() }"): string =>
  `${PRELUDE} new VpcPeering("hub-app", { cloud: "alicloud", ${args} }, ${opts});`;

let stack: Stack;
beforeAll(async () => {
  stack = await openStack(peering(SIDES));
});
afterEach(async () => {
  expect(await stack.peerings()).toEqual([]);
});

/** Runs the program to its failure; what it printed, without stack traces, or else the test fails. */
async function complaint(program: string, command: "preview" | "up" = "up"): Promise<string> {
  await stack.write(program);
  const output = await stack.fails(...(command === "up" ? ["up", "--yes", "--skip-preview"] : ["preview"]));
  expect(output).not.toMatch(/^\s+at \S+ \(|node_modules|secretKey: |fakesecret|wrong-secret/m);
  return output;
}

test("several mistakes are all told at preview, each with its property, its value and the rule", async () => {
  const output = await complaint(
    peering(`
      requester: { vpcId: "hub", region: "cn-hangzhou" },
      accepter: { vpcId: "vpc-bp1app01", region: "Beijing", accountId: 17 },
      bandwidth: 0, bandwith: 4, description: "x", tags: { "acs:x": "1" },`),
    "preview",
  );
  for (const told of [
    'requester.vpcId is "hub": it must be the id of a VPC, such as',
    'accepter.region is "Beijing": it must be a region id, such as "cn-hangzhou"',
    "accepter.accountId is 17: it must be an account's UID in digits, as a string",
    "bandwidth is 0: it must be a whole number of Mbit/s, at least 1",
    "bandwith: this cloud has no such property",
    'description is "x": it must be 2 to 256 characters',
    'tags.acs:x is "1": keys',
  ]) {
    expect(output).toContain(told);
  }
  expect(await stack.newCalls()).toEqual([]);
});

test("an option for links between regions is refused inside one, before anything is made", async () => {
  const output = await complaint(peering(`${SIDES} bandwidth: 100,`), "preview");
  expect(output).toContain(
    "bandwidth is 100: it is for connections between regions, and both VPCs are in cn-hangzhou",
  );
});

test("a pair of VPCs that two resources declare, in either direction, is refused; both are named", async () => {
  const output = await complaint(
    `${PRELUDE}
    const ends = { "hub-app": ["vpc-bp1hub01", "vpc-bp1app01"], "app-hub": ["vpc-bp1app01", "vpc-bp1hub01"] };
    for (const [name, [from, to]] of Object.entries(ends)) {
      new VpcPeering(name, {
        cloud: "alicloud", requester: { vpcId: from, provider: a(name) }, accepter: { vpcId: to } });
    }`,
    "preview",
  );
  expect(output).toContain(
    '"hub-app" and "app-hub" both connect vpc-bp1app01 and vpc-bp1hub01: two VPCs have one connection, whichever of them asks. Remove one of the two resources.',
  );
});

test.each([
  ["a wrong secret", '{ secretKey: "wrong-secret" }', "Check that `secretKey` belongs to the access key."],
  ["an unknown access key", '{ accessKey: "LTAInobody" }', "Check `accessKey` of the provider instance"],
  [
    "keys of another account than declared",
    '{ accountId: "1000000000000002" }',
    "These keys belong to account 1000000000000001, but account 1000000000000002 is declared.",
  ],
  ["an emulator that is not running", '{ endpoint: "http://127.0.0.1:9" }', "nothing listens at 127.0.0.1:9"],
  [
    "plain http to another machine",
    '{ endpoint: "http://example.com" }',
    'endpoint "http://example.com" of alicloud must begin with https://',
  ],
])("%s", async (_what, overrides, told) => {
  expect(await complaint(peering(SIDES, `{ provider: a("a", ${overrides}) }`))).toContain(told);
});

test.each([
  [
    "an unknown VPC",
    SIDES.replace("vpc-bp1hub01", "vpc-bp1nosuch"),
    "Check the VPC's id, its region and which account owns it",
  ],
  [
    "somebody else's VPC",
    SIDES.replace("vpc-bp1app01", "vpc-bp1partner01"),
    "Check the VPC's id, its region and which account owns it",
  ],
])("%s", async (_what, sides, told) => {
  expect(await complaint(peering(sides))).toContain(told);
});

test("a provider instance of another cloud", async () => {
  const opts = '{ provider: new (require("pulumi-vpc-peering").TencentcloudProvider)("t") }';
  expect(await complaint(peering(SIDES, opts), "preview")).toContain(
    'requester.provider is a TencentcloudProvider, but cloud is "alicloud". Use an AlicloudProvider.',
  );
});

test("an acceptance with keys that are declared to be another account's is refused at preview", async () => {
  const sides = SIDES.replace("1000000000000001", "1000000000000002").replace(
    "accepter: {",
    'accepter: { provider: b("b", { accountId: "1000000000000003" }),',
  );
  expect(await complaint(peering(sides), "preview")).toContain(
    'accepter.accountId is "1000000000000002", but the keys of accepter.provider are declared to be those of "1000000000000003"',
  );
});

test("waiting for an acceptance that nothing in the program gives is told at preview", async () => {
  const sides = SIDES.replace("1000000000000001", "1000000000000002");
  const opts = '{ provider: a("a", { accountId: "1000000000000001" }) }';
  await stack.write(peering(`${sides} waitFor: "active",`, opts));
  expect(await stack.ok("preview")).toContain(
    'waitFor is "active", and nothing in this program accepts for account 1000000000000002',
  );
});

test("no keys at all", async () => {
  expect(await complaint(peering(SIDES, "{}"))).toContain("No keys were found");
});

test("no region at all is told at preview", async () => {
  const sides = `requester: { vpcId: "vpc-bp1hub01" }, accepter: { vpcId: "vpc-bp1app01" },`;
  expect(await complaint(peering(sides, '{ provider: a("a", { region: undefined }) }'), "preview")).toContain(
    "No region: name one in `requester.region` and `accepter.region`",
  );
});

test("a cloud that this release does not drive", async () => {
  const program = peering(SIDES, "{}").replace('cloud: "alicloud"', 'cloud: "nosuchcloud"');
  expect(await complaint(program, "preview")).toContain(
    'cloud is "nosuchcloud": this release drives "alicloud"',
  );
});

test("the package is not installed where the program runs", async () => {
  const program = `process.chdir("/"); ${peering(SIDES)}`;
  expect(await complaint(program, "preview")).toContain("npm install pulumi-vpc-peering");
});
