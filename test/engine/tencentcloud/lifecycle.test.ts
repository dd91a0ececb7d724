import type { WorldInput } from "../../../emulator";
import { clouds } from "../../../tools/clouds/index.cjs";
import { prelude } from "../../../tools/clouds/program.cjs";
import { killWhileHeld } from "../../support/heldCall.cjs";
import type { Stack } from "../support";
import { openStack } from "../support";

const PRELUDE = prelude(clouds.tencentcloud, clouds.tencentcloud.vpcs.afar.region);

const CROSS_ACCOUNT = `${PRELUDE}
const peering = new VpcPeering("hub-partner", {
  cloud: "tencentcloud",
  requester: { vpcId: "vpc-hub00001" },
  accepter: { vpcId: "vpc-par00002", provider: b() },
  name: config.get("name"),
  bandwidth: config.getNumber("bandwidth") ?? 10,
  tags: { team: config.get("team") ?? "network" },
}, { provider: a() });
exports.id = peering.connectionId;
exports.status = peering.status;
exports.accepter = peering.accepter;
`;

const unlimited: WorldInput = { limits: clouds.tencentcloud.noLimits };

/** What the cloud was asked, without its products' common words. */
const newCalls = async (stack: Stack): Promise<string[]> =>
  (await stack.newCalls()).map((action) => action.replace(/VpcPeeringConnections?$/, ""));

const live = async (stack: Stack) => (await stack.peerings()).filter(({ deleted }) => !deleted);

describe("a connection between two accounts and regions", () => {
  test("lives its whole life", async () => {
    const stack = await openStack(CROSS_ACCOUNT, { world: unlimited });
    expect(await stack.ok("preview")).toContain("vpcPeering:Acceptance");
    expect(await newCalls(stack)).toEqual([]);

    await stack.ok("up", "--yes", "--skip-preview");
    expect((await newCalls(stack)).filter((call) => call !== "GetCallerIdentity")).toEqual([
      "Describe",
      "Create",
      "Describe",
      "Accept",
      "Describe",
    ]);
    const [made] = await live(stack);
    expect(made).toMatchObject({
      status: "active",
      name: "hub-partner",
      bandwidth: 10,
      tags: { team: "network" },
    });
    expect(JSON.parse(await stack.ok("stack", "output", "--json"))).toEqual({
      id: made?.id,
      status: "active",
      accepter: { vpcId: "vpc-par00002", region: "ap-shanghai", accountId: "100000000002" },
    });
    expect(await stack.ok("stack", "export")).not.toMatch(/fakesecret|AKIDfake/);

    await stack.ok("up", "--yes", "--skip-preview", "--expect-no-changes");
    expect(await newCalls(stack)).toEqual([]);
    await stack.ok("refresh", "--yes", "--skip-preview", "--expect-no-changes");
    await stack.ok("preview", "--expect-no-changes");

    await stack.config("bandwidth", "20");
    await stack.config("name", "renamed");
    await newCalls(stack);
    await stack.ok("up", "--yes", "--skip-preview");
    expect(await newCalls(stack)).toEqual(["Describe", "Modify", "Describe"]);
    expect(await live(stack)).toMatchObject([{ id: made?.id, name: "renamed", bandwidth: 20 }]);

    await stack.ok("destroy", "--yes", "--skip-preview");
    expect(await live(stack)).toEqual([]);
  });

  test("is not replaced for its tags, which the cloud takes at creation only: the preview refuses that", async () => {
    const stack = await openStack(CROSS_ACCOUNT, { world: unlimited });
    await stack.ok("up", "--yes", "--skip-preview");
    const [before] = await live(stack);
    await stack.admin("PATCH", `/peerings/${before?.id ?? ""}`, { tags: { by: "hand" } });
    await stack.ok("refresh", "--yes", "--skip-preview", "--expect-no-changes");

    await stack.config("team", "platform");
    expect(await stack.fails("preview")).toContain(
      'tags is {"team":"platform"}: Tencent Cloud takes tags only when a connection is made, and a new connection would cut the traffic.',
    );
    await stack.config("team", "network");
    await stack.ok("preview", "--expect-no-changes");
    expect((await live(stack)).map(({ id }) => id)).toEqual([before?.id]);
  });

  test("mistakes are told at preview, all at once", async () => {
    const stack = await openStack(
      `${PRELUDE}
      new VpcPeering("bad", {
        cloud: "tencentcloud",
        requester: { vpcId: "vpc-hub00001" },
        accepter: { vpcId: "vpc-app00001", region: "ap-guangzhou", accountId: 10000000000000000001 },
        name: "x".repeat(61), bandwidth: 0, description: "None here",
      }, { provider: a() });`,
    );
    const output = await stack.fails("preview");
    for (const complaint of [
      "accepter.accountId is 10000000000000000000: it must be the UIN of an account in digits, as a string: quote it",
      "it must be 1 to 60 characters",
      "bandwidth is 0: it is for connections between regions",
      "description: this cloud has no such property",
    ]) {
      expect(output.replace(/\s+/g, " ")).toContain(complaint);
    }
    expect(await newCalls(stack)).toEqual([]);
  });
});

describe("an answer that is lost after the work was done", () => {
  test("leaves one connection at create, at accept, at modify and at delete", async () => {
    const stack = await openStack(CROSS_ACCOUNT, { world: unlimited });
    const lose = (action: string) =>
      stack.admin("POST", "/faults", {
        cloud: "tencentcloud",
        action: `${action}VpcPeeringConnection`,
        fault: { type: "drop", when: "after" },
      });
    await lose("Create");
    await lose("Accept");
    await stack.ok("up", "--yes", "--skip-preview");
    expect(await stack.peerings()).toMatchObject([{ status: "active", deleted: false }]);

    await lose("Modify");
    await stack.config("bandwidth", "20");
    await stack.ok("up", "--yes", "--skip-preview");
    expect(await stack.peerings()).toMatchObject([{ status: "active", bandwidth: 20 }]);
    await stack.ok("preview", "--expect-no-changes");

    await lose("Delete");
    await stack.ok("destroy", "--yes", "--skip-preview");
    expect(await stack.peerings()).toMatchObject([{ deleted: true }]);
    expect(await stack.admin("GET", "/faults")).toMatchObject([
      { hits: 1 },
      { hits: 1 },
      { hits: 1 },
      { hits: 1 },
    ]);
  });

  test("and the process with it: the next up goes on with the connection that was made", async () => {
    const stack = await openStack(CROSS_ACCOUNT, { world: unlimited });
    const held = { cloud: "tencentcloud", action: "CreateVpcPeeringConnection" };
    await killWhileHeld(stack, held, "up", "--yes", "--skip-preview");
    await stack.ok("up", "--yes", "--skip-preview");
    expect(await stack.peerings()).toMatchObject([{ status: "active", deleted: false }]);
    await stack.ok("refresh", "--yes", "--skip-preview", "--clear-pending-creates");
    await stack.ok("preview", "--expect-no-changes");
  });
});

test("fifty connections are made at 20 calls a second, and a second up makes no call", async () => {
  const vpc = (n: number, uin: string) => ({
    vpcId: `vpc-${String(n).padStart(8, "0")}`,
    uin,
    region: "ap-guangzhou",
    cidrBlocks: [`10.${n}.0.0/16`],
  });
  const spokes = Array.from({ length: 50 }, (_, index) => vpc(index + 1, "100000000001"));
  const stack = await openStack(
    `${PRELUDE}
    const provider = a();
    for (let n = 1; n <= 50; n++) {
      new VpcPeering("spoke-" + n, {
        cloud: "tencentcloud",
        requester: { vpcId: "vpc-00000000" },
        accepter: { vpcId: "vpc-" + String(n).padStart(8, "0") },
      }, { provider });
    }`,
    {
      world: {
        limits: { tencentcloudPerSecond: 20 },
        quotas: { tencentcloud: { perVpc: 0 } },
        tencentcloud: { vpcs: [vpc(0, "100000000001"), ...spokes] },
      },
    },
  );
  await stack.ok("up", "--yes", "--skip-preview");
  const rows = await live(stack);
  expect(rows).toHaveLength(50);
  expect(new Set(rows.map(({ status }) => status))).toEqual(new Set(["active"]));
  await newCalls(stack);
  await stack.ok("up", "--yes", "--skip-preview", "--expect-no-changes");
  expect(await newCalls(stack)).toEqual([]);
  await stack.ok("refresh", "--yes", "--skip-preview", "--expect-no-changes");
});
