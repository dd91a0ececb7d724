import { eventually } from "../../support/processes.cjs";
import type { Stack } from "../support";
import { PRELUDE } from "./program";
import { openStack } from "../support";

const program = (args: string, deleteLimit: string): string => `${PRELUDE}
new VpcPeering("hub-app", {
  cloud: "alicloud",
  requester: { vpcId: "vpc-bp1hub01" },
  accepter: { vpcId: "vpc-bp1app01", accountId: "1000000000000001" },
  ${args}
}, { provider: a(), customTimeouts: { delete: "${deleteLimit}" } });`;

/** Somebody makes a route in the hub that leads into the connection. */
async function addRoute(stack: Stack): Promise<void> {
  const [made] = (await stack.peerings()).filter(({ deleted }) => !deleted);
  const routes = [{ destinationCidr: "10.1.0.0/16", nextHopId: made?.id }];
  await stack.admin("PATCH", "/vpcs/vpc-bp1hub01", { routes });
}

/** Somebody removes it. */
async function removeRoute(stack: Stack): Promise<void> {
  await stack.admin("PATCH", "/vpcs/vpc-bp1hub01", { routes: [] });
}

const deleted = async (stack: Stack): Promise<boolean[]> =>
  (await stack.peerings()).map((row) => row.deleted);

test("a connection with routes is kept, the error says how to delete it all the same, and that works", async () => {
  const stack = await openStack(program("", "10s"));
  await stack.ok("up", "--yes", "--skip-preview");
  await addRoute(stack);

  const refused = await stack.fails("destroy", "--yes", "--skip-preview");
  expect(refused).toMatch(
    /Cannot delete connection pcc-\w+: .*\((one try|\d+ tries) within the limit of 10s\)/,
  );
  expect(refused).toContain("set `forceDelete: true`, run `pulumi up`, and then `pulumi destroy`");
  expect(refused).toContain("OperationDenied.RouteEntryExist");
  expect(refused).not.toMatch(/^\s+at /m);
  expect(await deleted(stack)).toEqual([false]);

  await stack.write(program("forceDelete: true,", "5m"));
  await stack.newCalls();
  await stack.ok("up", "--yes", "--skip-preview");
  expect(await stack.newCalls()).toEqual([]);
  await stack.ok("destroy", "--yes", "--skip-preview");
  expect(await deleted(stack)).toEqual([true]);
});

test("a delete that was given more time by an up waits for routes that are still being removed", async () => {
  const stack = await openStack(program("", "1s"));
  await stack.ok("up", "--yes", "--skip-preview");
  await addRoute(stack);
  await stack.write(program("", "5m"));
  await stack.newCalls();
  await stack.ok("up", "--yes", "--skip-preview");
  expect(await stack.newCalls()).toEqual([]);

  const destroy = stack.start("destroy", "--yes", "--skip-preview");
  // The wait is told on the row, and outlives the old limit.
  const waiting =
    /deleting \(\d+s\) .*existing routeEntry point to VpcPeer; trying again in [\d.]+s, \d+s left/;
  await eventually(() => Promise.resolve(waiting.test(destroy.output())), "the row tells of the wait");
  expect(await deleted(stack)).toEqual([false]);
  await removeRoute(stack);
  expect((await destroy.ended).code).toBe(0);
  expect(await deleted(stack)).toEqual([true]);
});
