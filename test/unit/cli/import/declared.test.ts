import type { Existing } from "../../../../src/cli/import/declared";
import { CLOUDS } from "../../../../src/model/clouds";
import { accountKeyOf } from "../../../../src/model/account";
import { clouds } from "../../../clouds/index.cjs";
import { existingOn, programOf } from "./support";

const only = async (...asked: Parameters<typeof programOf>) => {
  const { program, left } = await programOf(...asked);
  return { args: program.declarations[0]?.args, notes: program.declarations[0]?.notes, why: left[0]?.why };
};

describe.each(CLOUDS)("on %s", (cloud) => {
  const { accounts, vpcs } = clouds[cloud];
  const accountKey = accountKeyOf(cloud);

  test("a connection within the account is declared by its VPCs and its name", async () => {
    const { program } = await programOf(cloud, [existingOn(cloud)]);
    expect(program.instances).toEqual([
      { name: vpcs.hub.region, args: { region: vpcs.hub.region, [accountKey]: accounts.a } },
    ]);
    expect(program.declarations).toEqual([
      {
        kind: "VpcPeering",
        name: "hub-app",
        args: {
          cloud,
          requester: { vpcId: vpcs.hub.vpcId, provider: { name: vpcs.hub.region } },
          accepter: { vpcId: vpcs.app.vpcId },
          name: "hub-app",
          adopt: "pcc-1",
        },
        notes: [],
      },
    ]);
  });

  test("another account's accepter is named, and how to have its routes is told", async () => {
    const accepter = { ...vpcs.partner, account: accounts.b };
    const { args, notes } = await only(cloud, [existingOn(cloud, { accepter })]);
    expect(args?.["accepter"]).toEqual({ vpcId: vpcs.partner.vpcId, [accountKey]: accounts.b });
    expect(notes).toEqual([expect.stringContaining(`The accepter is of ${accounts.b}`)]);
  });

  test("what another account asked for is declared by its accepter, who has to be asked by that account", async () => {
    const ends = {
      requester: { ...vpcs.partner, account: accounts.b },
      accepter: { ...vpcs.hub, account: accounts.a },
    };
    const { program } = await programOf(cloud, [existingOn(cloud, ends)]);
    expect(program.declarations).toMatchObject([
      {
        kind: "VpcPeeringAccepter",
        args: {
          connectionId: "pcc-1",
          accepter: { vpcId: vpcs.hub.vpcId, provider: { name: vpcs.hub.region } },
          expect: { [accountKey]: accounts.b, ...vpcs.partner },
        },
      },
    ]);
  });

  test.each([
    ["rejected", {}, /^It is rejected \("word"\) and will never carry traffic/],
    ["expired", {}, /^It is expired/],
    ["failed", {}, /^It is failed/],
    ["deleting", {}, /^It is deleting/],
    ["pending", {}, /once its accepter has accepted it\.$/],
    ["updating", {}, /run this again once it is active\.$/],
    ["updating", { notice: "Isolated." }, /^Isolated\.$/],
    ["active", { owner: { marker: "0".repeat(24), stack: "acme/net/prod" } }, /the stack "acme\/net\/prod"/],
    ["active", { owner: { marker: "0".repeat(24) } }, /^It bears the mark of another stack/],
    ["active", { name: undefined }, /^It has no name/],
  ] as const)("%s %o is not declared, and why", async (status, more, why) => {
    const existing = existingOn(cloud);
    const peering = { ...existing.peering, status, cloudStatus: "word", ...more } as Existing["peering"];
    expect((await only(cloud, [{ ...existing, peering }])).why).toMatch(why);
  });

  test("what another stack asked for is told how its accepter's half is declared, which cannot be adopted", async () => {
    const ends = {
      requester: { ...vpcs.partner, account: accounts.b },
      accepter: { ...vpcs.hub, account: accounts.a },
    };
    const owner = { marker: "0".repeat(24) };
    const { why } = await only(cloud, [existingOn(cloud, { ...ends, owner })]);
    expect(why).toMatch(/^It bears the mark of another stack, which asked for it: .* a VpcPeeringAccepter/);
    expect(why).not.toContain("adopt");
  });

  test("what this stack has, or marked, is told from what is another's", async () => {
    const held = { names: new Map([["pcc-1", "old"]]), marks: new Set(["12345678"]) };
    const owner = { marker: "1234567800000000" };
    const connections = [existingOn(cloud), existingOn(cloud, { id: "pcc-2", owner })];
    const { left } = await programOf(cloud, connections, { held });
    expect(left.map(({ why }) => why)).toEqual([
      'This stack has it already, as "old".',
      expect.stringMatching(/^It bears this stack's mark, and is not in its state/),
    ]);
  });

  test("of two connections of one pair, one is declared: a program can have no more", async () => {
    const ends = {
      requester: existingOn(cloud).peering.accepter,
      accepter: existingOn(cloud).peering.requester,
    };
    const { program, left } = await programOf(cloud, [
      existingOn(cloud, { id: "pcc-2", ...ends }),
      existingOn(cloud),
    ]);
    expect(program.declarations.map(({ args }) => args["adopt"])).toEqual(["pcc-1"]);
    expect(left.map(({ why }) => why)).toEqual(["Another connection of these two VPCs is declared."]);
  });

  test("what could not be read stands at the end", async () => {
    const { program } = await programOf(cloud, [], { unread: ["cn-beijing: no."] });
    expect(program.ending).toEqual(["Not read: cn-beijing: no."]);
  });
});

const between = (cloud: "alicloud" | "tencentcloud") => ({
  accepter: { ...clouds[cloud].vpcs.afar, account: clouds[cloud].accounts.a },
});

test.each([
  [
    "alicloud",
    {
      linkType: "Gold",
      bandwidth: 1024,
      resourceGroupId: "rg-acfm1",
      description: "Text",
      ...between("alicloud"),
    },
  ],
  [
    "tencentcloud",
    { qosLevel: "AU", chargeType: "POSTPAID_BY_DAY_MAX", bandwidth: 20, ...between("tencentcloud") },
  ],
  ["huaweicloud", { description: "1 text" }],
] as const)("on %s every property that is set is declared", async (cloud, more) => {
  const { accepter: _, ...properties } = more as typeof more & { accepter?: unknown };
  const { args, notes } = await only(cloud, [existingOn(cloud, more)]);
  expect(args).toMatchObject(properties);
  expect(notes).toEqual([]);
});

test.each([
  ["alicloud", { bandwidth: -1 }, "bandwidth"],
  ["tencentcloud", { chargeType: "POSTPAID_BY_DAY_MAX", qosLevel: "PT" }, "chargeType"],
] as const)(
  "on %s what means something between regions only is left out within one, without a word",
  async (cloud, more, name) => {
    const { args, notes } = await only(cloud, [existingOn(cloud, more)]);
    expect(args).not.toHaveProperty(name);
    expect(notes).toEqual([]);
  },
);

test.each([
  ["alicloud", { name: "1 bad" }, /^name is "1 bad": it must be/],
  ["huaweicloud", { name: "a b" }, /^name is "a b": it must be/],
  // There is no room for the mark.
  ["huaweicloud", { description: "x".repeat(250) }, /^description is/],
  [
    "alicloud",
    { tags: Object.fromEntries(Array.from({ length: 20 }, (_, n) => [`t${n}`, ""])) },
    /^tags has 20 entries/,
  ],
  ["tencentcloud", between("tencentcloud"), /^bandwidth is missing/],
] as const)("on %s %o cannot be taken over as it is", async (cloud, more, why) => {
  expect((await only(cloud, [existingOn(cloud, more)])).why).toMatch(why);
});

test("a description that the package does not write stays undeclared, and a note says so", async () => {
  const { args, notes } = await only("alicloud", [existingOn("alicloud", { description: "1st of two" })]);
  expect(args).not.toHaveProperty("description");
  expect(notes).toEqual([expect.stringMatching(/^Stays as it is, undeclared: description is "1st of two"/)]);
});

test("tags that the cloud puts on by itself are not declared, those of people are, in order", async () => {
  const tags = { z: "1", "acs:rm:rgId": "rg-1", a: "2" };
  const { args } = await only("alicloud", [existingOn("alicloud", { tags })]);
  expect(JSON.stringify(args?.["tags"])).toBe('{"a":"2","z":"1"}');
});

test("an accepter declares what it can say itself", async () => {
  const { accounts, vpcs } = clouds.alicloud;
  const ends = {
    requester: { ...vpcs.partner, account: accounts.b },
    accepter: { ...vpcs.hub, account: accounts.a },
  };
  const more = { ...ends, tags: { team: "net" }, resourceGroupId: "rg-acfm1", description: "Theirs" };
  const { args } = await only("alicloud", [existingOn("alicloud", more)]);
  expect(args).toMatchObject({ tags: { team: "net" }, resourceGroupId: "rg-acfm1" });
  expect(args).not.toHaveProperty("description");
});

test.each([
  [{ requester: true, accepter: true }, { routes: true }],
  [
    { requester: true, accepter: { tables: "main" } },
    { requester: { routes: true }, accepter: { routes: { tables: "main" } } },
  ],
  [{ requester: undefined, accepter: true }, { accepter: { routes: true } }],
] as const)("routes of %o", async ({ requester, accepter }, expected) => {
  const routes = {
    requester: { routes: requester, notes: [] },
    accepter: { routes: accepter, notes: ["A note."] },
  };
  const { args, notes } = await only("alicloud", [{ ...existingOn("alicloud"), routes }]);
  expect(args).toMatchObject(expected);
  expect(JSON.stringify(args).match(/"routes"/g)).toHaveLength(
    JSON.stringify(expected).match(/"routes"/g)?.length ?? 0,
  );
  expect(notes).toEqual(["The accepter's: A note."]);
});
