import { vpcIdOf } from "../../tools/clouds/world.cjs";
import { exitCodeOf } from "../../src/cli/doctor/judge/judge";
import type { PlacedVpc, PlannedVpc } from "./doctorBench";
import { openDoctor } from "./doctorBench";
import { ROUTED } from "./routingBench";

const SPOKES = 200;

test.each(ROUTED)(
  "$cloud: a hub with 200 spokes costs two calls for each VPC, and ten more",
  async (under) => {
    const { cloud } = under;
    const block = (n: number): string => `10.${n >> 8}.${n & 255}.0/24`;
    const idOf = (n: number): string =>
      under.routing.connections[0].slice(0, -3) + String(n).padStart(3, "0");
    const numbers = Array.from({ length: SPOKES }, (_, n) => n + 1);
    const to = (n: number, id: string) => ({ destinationCidr: block(n), nextHopId: id });
    const planned: PlannedVpc[] = [
      { who: "a", cidrBlocks: [block(0)], routes: numbers.map((n) => to(n, idOf(n))) },
      ...numbers.map((n): PlannedVpc => ({ who: "a", cidrBlocks: [block(n)], routes: [to(0, idOf(n))] })),
    ];
    const requester = { vpcId: vpcIdOf(under, 0) };
    const peerings = numbers.map((n) => ({
      cloud,
      id: idOf(n),
      requester,
      accepter: { vpcId: vpcIdOf(under, n) },
    }));
    const { vpcs, declare, look, calls } = await openDoctor(under, planned, { peerings });
    const [hub, ...spokes] = vpcs as [PlacedVpc, ...PlacedVpc[]];
    for (const [index, spoke] of spokes.entries()) {
      const wishes = {
        requester: { destinations: [block(index + 1)] },
        accepter: { destinations: [block(0)] },
      };
      declare(idOf(index + 1), hub, spoke, wishes);
    }
    const verdict = await look();
    const made = await calls();
    expect(verdict.connections.map(({ reaches }) => reaches)).toEqual(numbers.map(() => true));
    expect(verdict.connections.flatMap(({ findings }) => findings)).toEqual([]);
    // The hub's table is as full as the cloud's usual quota allows, or fuller.
    expect(verdict.findings.map(({ kind }) => kind)).toEqual(["quota-routes"]);
    expect(exitCodeOf(verdict)).toBe(2);
    expect(made.length).toBeLessThanOrEqual(10 + 2 * planned.length);
    // Each table is read once, and so is each list.
    const tables = made.filter(({ action }) => action === under.routing.actions.tables);
    expect(new Set(tables.map(({ params }) => JSON.stringify(params))).size).toBe(tables.length);
  },
);
