import { PRELUDE } from "./program";
import { openStack } from "../support";

const SAME_ACCOUNT = `${PRELUDE}
const peering = new VpcPeering("hub-app", {
  cloud: "alicloud",
  requester: { vpcId: "vpc-bp1hub01", region: "cn-hangzhou" },
  accepter: { vpcId: config.get("accepter") ?? "vpc-bp1app01", region: "cn-hangzhou", accountId: "1000000000000001" },
  description: config.get("description") ?? "Hub to app",
}, { provider: a() });
exports.id = peering.connectionId;
exports.status = peering.status;
exports.requester = peering.requester;
`;

const CROSS_ACCOUNT = `${PRELUDE}
const peering = new VpcPeering("hub-partner", {
  cloud: "alicloud",
  requester: { vpcId: "vpc-bp1hub01", region: "cn-hangzhou" },
  accepter: { vpcId: "vpc-2zepartner02", region: "cn-beijing", accountId: "1000000000000002", provider: b() },
  description: (config.get("description") ?? "Hub to partner, in sixty characters, to measure the state...").slice(0, 60),
  tags: { team: "network", stage: "production", "cost-centre": "4711" },
}, { provider: a() });
exports.id = peering.connectionId;
exports.status = peering.status;
`;

describe("a connection within one account", () => {
  test("lives its whole life with as few calls as there can be", async () => {
    const stack = await openStack(SAME_ACCOUNT);

    expect(await stack.ok("preview")).toContain("vpcPeering:Connection");
    expect(await stack.newCalls()).toEqual([]);

    await stack.ok("up", "--yes", "--skip-preview");
    expect(await stack.newCalls()).toEqual([
      "ListVpcPeerConnections",
      "CreateVpcPeerConnection",
      "GetVpcPeerConnectionAttribute",
    ]);
    const [made] = await stack.peerings();
    expect(made).toMatchObject({ status: "active", name: "hub-app", description: "Hub to app" });
    expect(JSON.parse(await stack.ok("stack", "output", "--json"))).toEqual({
      id: made?.id,
      status: "active",
      requester: { vpcId: "vpc-bp1hub01", region: "cn-hangzhou", accountId: "1000000000000001" },
    });

    await stack.ok("up", "--yes", "--skip-preview", "--expect-no-changes");
    await stack.ok("preview", "--expect-no-changes");
    expect(await stack.newCalls()).toEqual([]);
    await stack.ok("refresh", "--yes", "--skip-preview", "--expect-no-changes");
    await stack.ok("preview", "--expect-no-changes");

    await stack.config("description", "Hub to app, renamed");
    const diff = await stack.ok("preview", "--diff");
    expect(diff).toContain('~ description: "Hub to app" => "Hub to app, renamed"');
    expect(diff).not.toMatch(/__provider|__owner/);
    await stack.newCalls();
    await stack.ok("up", "--yes", "--skip-preview");
    expect(await stack.newCalls()).toEqual([
      "GetVpcPeerConnectionAttribute",
      "ModifyVpcPeerConnection",
      "GetVpcPeerConnectionAttribute",
    ]);
    expect((await stack.peerings())[0]).toMatchObject({ id: made?.id, description: "Hub to app, renamed" });

    await stack.config("accepter", "vpc-bp1twin01");
    expect(await stack.ok("preview", "--diff")).toMatch(/-\+|\+-/);
    await stack.ok("up", "--yes", "--skip-preview");
    const rows = await stack.peerings();
    expect(rows.filter(({ deleted }) => !deleted).map(({ accepter }) => accepter.vpcId)).toEqual([
      "vpc-bp1twin01",
    ]);
    expect(rows.find(({ id }) => id === made?.id)?.deleted).toBe(true);

    await stack.ok("destroy", "--yes", "--skip-preview");
    expect((await stack.peerings()).filter(({ deleted }) => !deleted)).toEqual([]);
  });
});

describe("a connection between two accounts", () => {
  test("is accepted in the same program, by the second provider instance", async () => {
    const stack = await openStack(CROSS_ACCOUNT);
    await stack.ok("up", "--yes", "--skip-preview");
    const requests = await stack.requests();
    expect(requests.map(({ action, account }) => [action, account])).toEqual([
      ["ListVpcPeerConnections", "1000000000000001"],
      ["CreateVpcPeerConnection", "1000000000000001"],
      ["GetVpcPeerConnectionAttribute", "1000000000000001"],
      // The accepter's account is declared: its keys are checked against it once, before anything is written.
      ["GetCallerIdentity", "1000000000000002"],
      ["AcceptVpcPeerConnection", "1000000000000002"],
      ["GetVpcPeerConnectionAttribute", "1000000000000002"],
    ]);
    const [made] = await stack.peerings();
    expect(made?.status).toBe("active");
    expect(JSON.parse(await stack.ok("stack", "output", "--json"))).toEqual({
      id: made?.id,
      status: "active",
    });

    await stack.newCalls();
    await stack.ok("up", "--yes", "--skip-preview", "--expect-no-changes");
    expect(await stack.newCalls()).toEqual([]);
    await stack.ok("refresh", "--yes", "--skip-preview", "--expect-no-changes");
    await stack.ok("preview", "--expect-no-changes");

    await stack.config("description", "Hub to partner, changed");
    const preview = await stack.ok("preview", "--diff");
    expect(preview).toContain("1 to update");
    expect(preview).not.toContain("Acceptance: (");

    await stack.ok("up", "--yes", "--skip-preview");
    await stack.newCalls();
    await stack.ok("destroy", "--yes", "--skip-preview");
    expect(await stack.newCalls()).toEqual([
      // Whose it is now.
      "GetVpcPeerConnectionAttribute",
      "DeleteVpcPeerConnection",
      "GetVpcPeerConnectionAttribute",
    ]);
    expect((await stack.peerings())[0]?.deleted).toBe(true);
  });

  test("keeps its state small, and free of secrets and code", async () => {
    const stack = await openStack(CROSS_ACCOUNT);
    await stack.ok("up", "--yes", "--skip-preview");
    const exported = await stack.ok("stack", "export");
    expect(exported).not.toMatch(/fakesecret|LTAIfake/);
    const state = await stack.state();
    const size = (type: string): number =>
      JSON.stringify(state.find((row) => row.type.endsWith(type)) ?? "missing".repeat(1000)).length;
    expect(size(":Connection")).toBeLessThanOrEqual(2200);
    expect(size(":Acceptance")).toBeLessThanOrEqual(1800);
    expect(size(":VpcPeering")).toBeLessThanOrEqual(800);
    for (const { inputs, outputs } of state.filter(({ type }) => type.includes("vpcPeering:"))) {
      expect(inputs?.["__provider"]).toMatch(/^exports\.handler=.{40,230}$/);
      expect(outputs?.["__provider"]).toBe(inputs?.["__provider"]);
    }
  });

  test("asks the cloud once for what the program does not name, and never again", async () => {
    const stack = await openStack(`${PRELUDE}
      new VpcPeering("hub-partner", {
        cloud: "alicloud",
        requester: { vpcId: "vpc-bp1hub01" },
        accepter: { vpcId: "vpc-2zepartner02", provider: b() },
      }, { provider: a() });`);
    await stack.ok("preview");
    expect(await stack.newCalls()).toEqual([]);
    await stack.ok("up", "--yes", "--skip-preview");
    const asked = (await stack.requests()).filter(({ action }) => action === "GetCallerIdentity");
    expect(asked.map(({ account }) => account)).toEqual(["1000000000000002"]);
    await stack.newCalls();
    await stack.ok("up", "--yes", "--skip-preview", "--expect-no-changes");
    expect(await stack.newCalls()).toEqual([]);
    await stack.ok("refresh", "--yes", "--skip-preview", "--expect-no-changes");
    await stack.ok("preview", "--expect-no-changes");
  });

  test("needs no region of an instance whose VPCs all say theirs", async () => {
    const stack = await openStack(`${PRELUDE}
      new VpcPeering("hub-partner", {
        cloud: "alicloud",
        requester: { vpcId: "vpc-bp1hub01", region: "cn-hangzhou" },
        accepter: { vpcId: "vpc-2zepartner02", region: "cn-beijing", provider: b("b", { region: undefined }) },
      }, { provider: a("a", { region: undefined }) });`);
    await stack.ok("up", "--yes", "--skip-preview");
    expect((await stack.peerings()).map(({ status }) => status)).toEqual(["active"]);
    await stack.ok("up", "--yes", "--skip-preview", "--expect-no-changes");
  });
});
