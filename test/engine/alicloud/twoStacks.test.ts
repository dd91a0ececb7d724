import type { Stack } from "../support";
import { PRELUDE } from "./program";
import { openStack } from "../support";

const REQUESTER = `${PRELUDE}
new VpcPeering("to-partner", {
  cloud: "alicloud",
  requester: { vpcId: "vpc-bp1hub01" },
  accepter: { vpcId: "vpc-2zepartner02", region: "cn-beijing", accountId: "1000000000000002" },
}, { provider: a() });`;

const accepter = (args: string): string => `${PRELUDE}
const { VpcPeeringAccepter } = require("pulumi-vpc-peering");
const accepted = new VpcPeeringAccepter("from-hub", {
  cloud: "alicloud",
  requester: { vpcId: "vpc-bp1hub01" },
  accepter: { vpcId: "vpc-2zepartner02" },
  ${args}
}, { provider: b(), customTimeouts: { create: "5m" } });
exports.requester = accepted.requester;
exports.status = accepted.status;`;

/** A requester's stack and an accepter's stack on the same clouds. */
async function openBoth(accepterArgs: string): Promise<{ ask: Stack; answer: Stack }> {
  const ask = await openStack(REQUESTER);
  const answer = await openStack(accepter(accepterArgs));
  answer.environment["EMULATOR"] = ask.emulator.url;
  return { ask, answer };
}

const EXPECT_HUB = 'expect: { accountId: "1000000000000001", region: "cn-hangzhou" },';

describe("a requester's stack and an accepter's stack", () => {
  test("run one after the other, find each other by the two VPCs and the account", async () => {
    const { ask, answer } = await openBoth(`${EXPECT_HUB} onDelete: "delete",`);
    await ask.ok("up", "--yes", "--skip-preview");
    expect((await ask.peerings()).map(({ status }) => status)).toEqual(["pending"]);
    await answer.ok("up", "--yes", "--skip-preview");
    expect((await ask.peerings()).map(({ status }) => status)).toEqual(["active"]);
    expect(JSON.parse(await answer.ok("stack", "output", "--json"))).toEqual({
      requester: { vpcId: "vpc-bp1hub01", region: "cn-hangzhou", accountId: "1000000000000001" },
      status: "active",
    });
    for (const stack of [ask, answer]) {
      await stack.ok("refresh", "--yes", "--skip-preview", "--expect-no-changes");
      await stack.ok("up", "--yes", "--skip-preview", "--expect-no-changes");
    }
    await answer.ok("destroy", "--yes", "--skip-preview");
    expect((await ask.peerings()).map(({ deleted }) => deleted)).toEqual([true]);
    await ask.ok("destroy", "--yes", "--skip-preview");
  });

  test("run the other way round: the accepter waits until somebody asks", async () => {
    const { ask, answer } = await openBoth(EXPECT_HUB);
    const waiting = answer.ok("up", "--yes", "--skip-preview");
    await ask.ok("up", "--yes", "--skip-preview");
    await waiting;
    expect((await ask.peerings()).map(({ status }) => status)).toEqual(["active"]);
    await answer.ok("destroy", "--yes", "--skip-preview");
    expect((await ask.peerings()).map(({ status, deleted }) => [status, deleted])).toEqual([
      ["active", false],
    ]);
  });

  test("a stranger's request is not accepted", async () => {
    const { ask, answer } = await openBoth("");
    await ask.ok("up", "--yes", "--skip-preview");
    const [made] = await ask.peerings();
    await answer.write(
      accepter(`connectionId: "${made?.id ?? ""}", expect: { accountId: "1000000000000009" },`),
    );
    expect(await answer.fails("up", "--yes", "--skip-preview")).toContain(
      `Connection ${made?.id ?? ""} is not the one expected: it comes from account 1000000000000001, not 1000000000000009.`,
    );
    expect((await ask.peerings()).map(({ status }) => status)).toEqual(["pending"]);
    await answer.write(accepter(""));
    expect(await answer.fails("preview")).toContain("give the requester's account in `expect`");
    await answer.write(accepter(`${EXPECT_HUB} decision: "reject",`));
    await answer.ok("up", "--yes", "--skip-preview");
    expect((await ask.peerings()).map(({ status }) => status)).toEqual(["rejected"]);
    await answer.ok("up", "--yes", "--skip-preview", "--expect-no-changes");
  });
});

test("a connection that another stack manages can be read, from either side, and is left alone", async () => {
  const { ask, answer } = await openBoth(EXPECT_HUB);
  await ask.ok("up", "--yes", "--skip-preview");
  const [made] = await ask.peerings();
  const reader = (id: string): string => `${PRELUDE}
    const read = VpcPeering.get("read", "${id}", { cloud: "alicloud" }, { provider: b() });
    exports.status = read.status; exports.id = read.connectionId;
    exports.requester = read.requester; exports.accepter = read.accepter;`;
  await answer.write(reader(made?.id ?? ""));
  await answer.ok("up", "--yes", "--skip-preview");
  expect(JSON.parse(await answer.ok("stack", "output", "--json"))).toEqual({
    id: made?.id,
    status: "pending",
    requester: { vpcId: "vpc-bp1hub01", region: "cn-hangzhou", accountId: "1000000000000001" },
    accepter: { vpcId: "vpc-2zepartner02", region: "cn-beijing", accountId: "1000000000000002" },
  });
  await answer.ok("up", "--yes", "--skip-preview", "--expect-no-changes");
  await answer.ok("refresh", "--yes", "--skip-preview", "--expect-no-changes");
  await answer.ok("destroy", "--yes", "--skip-preview");
  expect(await ask.peerings()).toEqual([made]);
  await answer.write(reader("pcc-nosuchconnection"));
  expect(await answer.fails("up", "--yes", "--skip-preview")).toContain(
    "There is no connection pcc-nosuchconnection that these keys can see in cn-beijing.",
  );
});
