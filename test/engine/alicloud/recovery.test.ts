import { killWhileHeld } from "../../support/heldCall.cjs";
import type { Stack } from "../support";
import { PRELUDE } from "./program";
import { openStack } from "../support";

const program = ({ name = "hub-partner", bandwidth = 100, opts = "" } = {}): string => `${PRELUDE}
const peering = new VpcPeering("${name}", {
  cloud: "alicloud",
  requester: { vpcId: "vpc-bp1hub01", region: "cn-hangzhou" },
  accepter: { vpcId: "vpc-2zepartner02", region: "cn-beijing", accountId: "1000000000000002", provider: b() },
  bandwidth: ${bandwidth},
}, { provider: a(), ${opts} });
exports.status = peering.status;
`;

/** Runs `up`, and kills it with all its children once the cloud has made the connection, before it can say so. */
async function killInCreate(stack: Stack): Promise<void> {
  const held = { cloud: "alicloud", action: "CreateVpcPeerConnection" };
  await killWhileHeld(stack, held, "up", "--yes", "--skip-preview");
  expect(await stack.peerings()).toHaveLength(1);
}

/** One live connection, active, with this bandwidth; nothing left after destroy. */
async function expectOneConnection(stack: Stack, bandwidth: number): Promise<void> {
  const live = (await stack.peerings()).filter(({ deleted }) => !deleted);
  expect(live.map((row) => [row.status, row.bandwidth])).toEqual([["active", bandwidth]]);
  await stack.ok("refresh", "--yes", "--skip-preview", "--clear-pending-creates");
  await stack.ok("preview", "--expect-no-changes");
  await stack.ok("destroy", "--yes", "--skip-preview");
  expect((await stack.peerings()).filter(({ deleted }) => !deleted)).toEqual([]);
}

describe("after the process died in create, before the answer came", () => {
  test("the next up goes on with the connection that was made", async () => {
    const stack = await openStack(program());
    await killInCreate(stack);
    await stack.ok("up", "--yes", "--skip-preview");
    await expectOneConnection(stack, 100);
  });

  test("the next up goes on with it even if the bandwidth was edited meanwhile", async () => {
    const stack = await openStack(program());
    await killInCreate(stack);
    await stack.write(program({ bandwidth: 300 }));
    await stack.ok("up", "--yes", "--skip-preview");
    await expectOneConnection(stack, 300);
  });

  test("the next up goes on with it even if it was renamed meanwhile", async () => {
    const stack = await openStack(program());
    await killInCreate(stack);
    await stack.write(program({ name: "renamed", opts: 'aliases: [{ name: "hub-partner" }]' }));
    await stack.ok("up", "--yes", "--skip-preview");
    await expectOneConnection(stack, 100);
  });
});

describe("a connection that could not be finished in time", () => {
  test("keeps its id, and the next up finishes it", async () => {
    const world = { timings: { acceptMs: 3_600_000 } };
    const stack = await openStack(program({ opts: 'customTimeouts: { create: "10s", update: "10s" }' }), {
      world,
    });
    const output = await stack.fails("up", "--yes", "--skip-preview");
    expect(output).toMatch(
      /Cannot accept connection pcc-\w+: .*did not become ready within 10s: saw updating × \d+/,
    );
    expect(output).not.toMatch(/^\s+at /m);
    await stack.admin("POST", "/clock", { advanceMs: 3_600_000 });
    await stack.ok("up", "--yes", "--skip-preview");
    await expectOneConnection(stack, 100);
  });
});

describe("a connection that the other side rejected", () => {
  test("is shown for what it is after a refresh, and replaced by the next up", async () => {
    const stack = await openStack(program());
    await stack.ok("up", "--yes", "--skip-preview");
    const [made] = await stack.peerings();
    await stack.admin("PATCH", `/peerings/${made?.id ?? ""}`, { status: "rejected" });
    await stack.ok("refresh", "--yes", "--skip-preview");
    const preview = await stack.ok("preview", "--diff");
    expect(preview).toMatch(
      /warning: The connection was rejected by the accepter's account \(status rejected since \S+Z\)\./,
    );
    expect(preview).toMatch(/replace/);
    await stack.ok("up", "--yes", "--skip-preview");
    const live = (await stack.peerings()).filter(({ deleted }) => !deleted);
    expect(live).toHaveLength(1);
    expect(live[0]?.id).not.toBe(made?.id);
    await expectOneConnection(stack, 100);
  });
});

describe("two stacks that want the same two VPCs", () => {
  test("the second is told whose the connection is, and changes nothing", async () => {
    const stack = await openStack(program());
    await stack.ok("up", "--yes", "--skip-preview");
    const [made] = await stack.peerings();
    await stack.ok("stack", "init", "other");
    const output = await stack.fails("up", "--yes", "--skip-preview");
    expect(output).toContain(`are connected already by ${made?.id ?? ""}`);
    expect(output).toContain("which the stack organization/peerings/dev made");
    expect(output).toContain(`adopt: "${made?.id ?? ""}"`);
    expect(await stack.peerings()).toEqual([made]);
  });
});
