import { interrupt } from "../../support/interrupt.cjs";
import { eventually } from "../../support/processes.cjs";
import type { Running, Stack } from "../support";
import { PRELUDE } from "./program";
import { openStack } from "../support";

const HOUR_MS = 3_600_000;

const PROGRAM = `${PRELUDE}
const peering = new VpcPeering("hub-partner", {
  cloud: "alicloud",
  requester: { vpcId: "vpc-bp1hub01" },
  accepter: { vpcId: "vpc-2zepartner02", region: "cn-beijing", accountId: "1000000000000002", provider: b() },
}, { provider: a() });
exports.status = peering.status;
`;

/** Starts a command whose work the cloud takes an hour for, and waits until its row tells of the wait. */
async function startLong(stack: Stack, tells: RegExp, ...args: string[]): Promise<Running> {
  const running = stack.start(...args, "--yes", "--skip-preview");
  await eventually(() => Promise.resolve(tells.test(running.output())), `a line like ${tells.source}`);
  return running;
}

/** One active connection; nothing to do; nothing left after destroy. */
async function expectConverged(stack: Stack): Promise<void> {
  expect((await stack.peerings()).map(({ status }) => status)).toEqual(["active"]);
  await stack.ok("refresh", "--yes", "--skip-preview", "--clear-pending-creates");
  await stack.ok("preview", "--expect-no-changes");
  await stack.ok("destroy", "--yes", "--skip-preview");
  expect((await stack.peerings()).map(({ deleted }) => deleted)).toEqual([true]);
}

const ACCEPTING =
  /Acceptance hub-partner creating \(\d+s\) waiting until pcc-\w+ is ready: updating for [\d.]+s, 9m \d+s left/;

test("after one Ctrl-C the row still tells what is waited for, what comes of it is recorded, and the next up finds it", async () => {
  const stack = await openStack(PROGRAM, { world: { timings: { acceptMs: HOUR_MS } } });
  const up = await startLong(stack, ACCEPTING, "up");
  await interrupt(up);
  await stack.admin("POST", "/clock", { advanceMs: HOUR_MS });
  const { code } = await up.ended;
  expect(code).not.toBe(0);
  const [made] = await stack.peerings();
  const recorded = (await stack.state()).filter(({ type }) => type.includes("dynamic/vpcPeering:"));
  expect(recorded.map(({ id }) => id)).toEqual([made?.id, made?.id]);
  await stack.ok("up", "--yes", "--skip-preview");
  await expectConverged(stack);
});

test("after two Ctrl-Cs the next up goes on with what was begun", async () => {
  const stack = await openStack(PROGRAM, { world: { timings: { activateMs: HOUR_MS, deleteMs: 60_000 } } });
  const creating =
    /Connection hub-partner creating \(\d+s\) waiting until pcc-\w+ is ready: creating for [\d.]+s/;
  const up = await startLong(stack, creating, "up");
  await interrupt(up);
  process.kill(up.pid, "SIGINT");
  expect((await up.ended).code).not.toBe(0);
  expect((await stack.state()).filter(({ type }) => type.includes("dynamic/vpcPeering:"))).toEqual([]);
  await stack.pulumi("cancel", "--yes");
  await stack.admin("POST", "/clock", { advanceMs: HOUR_MS });
  await stack.ok("up", "--yes", "--skip-preview");
  expect((await stack.peerings()).map(({ status }) => status)).toEqual(["active"]);

  const deleting =
    /Connection hub-partner deleting \(\d+s\) waiting until pcc-\w+ is gone: deleting for [\d.]+s/;
  const destroy = await startLong(stack, deleting, "destroy");
  await stack.admin("POST", "/clock", { advanceMs: HOUR_MS });
  expect((await destroy.ended).code).toBe(0);
});
