import type { Reach, RouteRow, WorldInput } from "../../emulator";
import { vpcIdOf } from "../../tools/clouds/world.cjs";
import type { Stack } from "../../tools/stack/stack.cjs";
import type { CloudOfTests } from "./clouds";
import { CLOUDS, vpcsIn } from "./clouds";

/** A cloud on which routes are written. */
export interface CloudWithRoutes extends CloudOfTests {
  routing: NonNullable<CloudOfTests["routing"]>;
}

/** Every cloud on which this release writes routes. */
export const CLOUDS_WITH_ROUTES: readonly CloudWithRoutes[] = CLOUDS.flatMap(({ routing, ...cloud }) =>
  routing === undefined ? [] : [{ ...cloud, routing }],
);

/** Whether packets find their way there, and their answers back. */
export async function reach(stack: Stack, from: string, to: string): Promise<Reach> {
  return (await stack.admin("GET", `/reach?from=${from}&to=${to}`)) as Reach;
}

/** The routes that are not local. */
export async function routesIn(stack: Stack): Promise<RouteRow[]> {
  const rows = (await stack.admin("GET", "/routes")) as RouteRow[];
  return rows.filter(({ hop }) => hop.kind !== "local");
}

/** The ids of the VPCs of such a world: the hub, the own ones and the partner's, by number. */
export function idsOn(cloud: CloudOfTests) {
  return {
    hub: vpcIdOf(cloud, 0),
    own: (n: number) => vpcIdOf(cloud, n),
    partner: (n: number) => vpcIdOf(cloud, n, "b"),
  };
}

/** A world with some VPCs of each account, in which a VPC has more than its block, and routes take their time. */
export function worldWith(
  cloud: CloudOfTests,
  [own, partners]: readonly [own: number, partners: number],
  more: Readonly<Record<string, object>>,
): WorldInput {
  const world = cloud.worldOf(own, partners);
  const vpcs = vpcsIn(world, cloud.cloud).map((vpc) => ({ ...vpc, ...more[vpc.vpcId] }));
  return { ...world, timings: { ...world.timings, routeMs: 100 }, [cloud.cloud]: { vpcs } };
}

/** The calls that change something, as letters: r routes, C D A U a connection; anything else is itself. */
export function lettersOf(calls: readonly string[], { actions, routing }: CloudWithRoutes): string {
  const { tables: _t, routes: _r, ...writes } = routing.actions;
  const named: [action: string | undefined, letter: string][] = [
    ...Object.values(writes).map((action): [string, string] => [action, "r"]),
    [actions.create, "C"],
    [actions.delete, "D"],
    [actions.accept, "A"],
    [actions.update, "U"],
  ];
  const letters = new Map(named);
  const isRead = (action: string): boolean => /^(Describe|Get|List|Show|KeystoneList)/.test(action);
  return calls
    .filter((action) => !isRead(action))
    .map((action) => letters.get(action) ?? ` ${action} `)
    .join("");
}
