import { splitDescription } from "../../../src/provider/clouds/huaweicloud/rows";
import { clouds } from "../../../tools/clouds/index.cjs";
import { prelude } from "../../../tools/clouds/program.cjs";
import type { Stack } from "../support";
import { openStack } from "../support";

const { accounts, vpcs } = clouds.huaweicloud;

// Nothing names the projects.
const PROGRAM = `${prelude(clouds.huaweicloud)}
const peering = new VpcPeering("hub-partner", {
  cloud: "huaweicloud",
  requester: { vpcId: "${vpcs.hub.vpcId}" },
  accepter: { vpcId: "${vpcs.partner.vpcId}", region: config.get("accepterRegion"), provider: b("b", { projectId: undefined }) },
  description: config.get("description"),
  tags: config.getObject("tags"),
}, { provider: a("a", { projectId: undefined }) });
exports.id = peering.connectionId;
exports.status = peering.status;
exports.accepter = peering.accepter;
`;

async function live(stack: Stack): Promise<{ id: string; status: string; description: string }[]> {
  const rows = (await stack.peerings()).filter(({ deleted }) => !deleted);
  return rows.map(({ id, status, description }) => ({
    id,
    status,
    description: splitDescription(description).text,
  }));
}

test("between two projects: made, accepted, found unchanged, changed, cleared, destroyed", async () => {
  const stack = await openStack(PROGRAM);
  await stack.ok("preview");
  expect(await stack.newCalls()).toEqual([]);

  await stack.config("description", "Hub to partner");
  await stack.ok("up", "--yes", "--skip-preview");
  const asked = (await stack.requests()).map(({ action, account }) => [action, account]);
  expect(asked).toEqual([
    // Nothing names the projects, so they are asked for where the keys are.
    ["KeystoneListProjects", accounts.b],
    ["KeystoneListProjects", accounts.a],
    // Without a token, a look comes before the create.
    ["ListVpcPeerings", accounts.a],
    ["CreateVpcPeering", accounts.a],
    ["ShowVpcPeering", accounts.a],
    ["AcceptVpcPeering", accounts.b],
    ["ShowVpcPeering", accounts.b],
  ]);
  const [made] = await live(stack);
  expect(made).toMatchObject({ status: "active", description: "Hub to partner" });
  expect(JSON.parse(await stack.ok("stack", "output", "--json"))).toEqual({
    id: made?.id,
    status: "active",
    accepter: { ...vpcs.partner, projectId: accounts.b },
  });

  await stack.newCalls();
  await stack.ok("up", "--yes", "--skip-preview", "--expect-no-changes");
  await stack.ok("preview", "--expect-no-changes");
  expect(await stack.newCalls()).toEqual([]);
  await stack.ok("refresh", "--yes", "--skip-preview", "--expect-no-changes");
  await stack.ok("preview", "--expect-no-changes");

  await stack.config("description", "Renamed");
  const diff = await stack.ok("preview", "--diff");
  expect(diff).toContain('~ description: "Hub to partner" => "Renamed"');
  expect(diff).not.toContain("pvp:");
  await stack.newCalls();
  await stack.ok("up", "--yes", "--skip-preview");
  expect((await stack.newCalls()).filter((action) => !action.startsWith("Keystone"))).toEqual([
    "ShowVpcPeering",
    "UpdateVpcPeering",
    "ShowVpcPeering",
  ]);
  await stack.ok("config", "rm", "description");
  await stack.ok("up", "--yes", "--skip-preview");
  expect(await live(stack)).toEqual([{ id: made?.id, status: "active", description: "" }]);
  await stack.ok("refresh", "--yes", "--skip-preview", "--expect-no-changes");

  await stack.config("accepterRegion", "cn-east-3");
  await stack.ok("config", "set", "--path", "tags.team", "network");
  const mistakes = await stack.fails("preview");
  expect(mistakes).toContain("Between regions use a Cloud Connect connection instead.");
  expect(mistakes).toContain("tags: Huawei Cloud has no such property");
  expect(mistakes).not.toMatch(/^\s+at /m);

  const exported = await stack.ok("stack", "export");
  expect(exported).not.toMatch(/fakesecret|HWFAKEAK/);
  await stack.newCalls();
  await stack.ok("destroy", "--yes", "--skip-preview");
  expect(await live(stack)).toEqual([]);
  expect(await stack.newCalls()).toEqual(
    expect.arrayContaining(["DeleteVpcPeering", "ShowVpcPeering"]) as string[],
  );
});

test("answers that are lost, and calls that come too often, end with one connection, asked for as often as needed", async () => {
  const world = { huaweicloud: { guesses: { invisibleAfterCreateMs: 300, visibleAfterDeleteMs: 300 } } };
  const stack = await openStack(PROGRAM, { world });
  const fault = async (action: string, type: object) => {
    await stack.admin("POST", "/faults", { cloud: "huaweicloud", action, fault: type });
  };
  const lost = { type: "drop", when: "after" };
  const tooOften = { type: "error", code: "APIGW.0308" };
  for (const action of ["CreateVpcPeering", "AcceptVpcPeering"]) {
    await fault(action, tooOften);
    await fault(action, lost);
  }
  await stack.ok("up", "--yes", "--skip-preview");
  expect(await live(stack)).toMatchObject([{ status: "active" }]);
  await stack.ok("up", "--yes", "--skip-preview", "--expect-no-changes");

  await fault("UpdateVpcPeering", tooOften);
  await fault("UpdateVpcPeering", lost);
  await stack.config("description", "Changed once");
  await stack.ok("up", "--yes", "--skip-preview");
  expect(await live(stack)).toMatchObject([{ status: "active", description: "Changed once" }]);

  await fault("DeleteVpcPeering", tooOften);
  await fault("DeleteVpcPeering", lost);
  await stack.ok("destroy", "--yes", "--skip-preview");
  expect(await live(stack)).toEqual([]);
  const created = (await stack.requests()).filter(({ action }) => action === "CreateVpcPeering");
  expect(created.map(({ httpStatus }) => httpStatus)).toEqual([429, null]);
  expect(await stack.peerings()).toHaveLength(1);
});
