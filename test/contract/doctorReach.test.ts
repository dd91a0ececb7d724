import fc from "fast-check";
import type { PlannedVpc } from "./doctorBench";
import { openDoctor } from "./doctorBench";
import { ROUTED } from "./routingBench";

jest.setTimeout(1_800_000);

/** A failing run prints its seed and path; with these it is run again. */
const { FAST_CHECK_RUNS = "40", FAST_CHECK_SEED = "20", FAST_CHECK_PATH } = process.env;
const REPLAY = {
  numRuns: Number(FAST_CHECK_RUNS),
  seed: Number(FAST_CHECK_SEED),
  ...(FAST_CHECK_PATH === undefined ? {} : { path: FAST_CHECK_PATH }),
};

/** Blocks of VPCs; some of them have addresses in common. */
const BLOCKS = ["10.0.0.0/16", "10.1.0.0/16", "10.2.0.0/16", "10.2.128.0/17", "10.3.0.0/24", "10.0.0.0/20"];
/** Where routes lead: blocks, parts of them, more than one of them, and everywhere. */
const DESTINATIONS = [
  ...BLOCKS,
  "10.0.0.0/17",
  "10.0.128.0/17",
  "10.1.0.0/17",
  "10.1.128.0/17",
  "10.1.7.0/24",
  "10.1.1.128/25",
  "10.2.0.0/17",
  "10.3.0.0/25",
  "10.3.0.128/25",
  "10.0.0.0/15",
  "10.2.0.0/15",
  "10.0.0.0/8",
  "0.0.0.0/0",
];

/** A number of VPC, connection or goal, whatever their number is. */
const any = fc.nat(11);

const vpc: fc.Arbitrary<PlannedVpc> = fc.record({
  who: fc.constantFrom("a" as const, "a" as const, "b" as const),
  cidrBlocks: fc.constantFrom(...BLOCKS).map((block) => [block]),
  secondaryCidrBlocks: fc.oneof(
    { weight: 3, arbitrary: fc.constant<string[]>([]) },
    { weight: 1, arbitrary: fc.constantFrom("10.9.0.0/16", "10.3.0.0/24").map((block) => [block]) },
  ),
  subnets: fc
    .array(fc.record({ part: fc.nat(3), isOnCustom: fc.boolean() }), { maxLength: 3 })
    .map((parts) => parts.map(({ part, isOnCustom }) => ({ cidr: String(part), isOnCustom }))),
  hasCustom: fc.boolean(),
});

const network = fc.record({
  vpcs: fc.array(vpc, { minLength: 2, maxLength: 4 }),
  connections: fc.array(fc.record({ from: any, to: any, status: any }), { minLength: 1, maxLength: 4 }),
  routes: fc.array(
    fc.record({
      vpc: any,
      isInCustom: fc.boolean(),
      destination: fc.constantFrom(...DESTINATIONS),
      hop: any,
      status: any,
    }),
    { maxLength: 10 },
  ),
  /** Whether each connection begins with the routes that it needs. */
  isRouted: fc.boolean(),
  damages: fc.array(
    fc.record({ do: fc.constantFrom("deletes", "unroutes", "moves"), at: any, status: any }),
    {
      maxLength: 3,
    },
  ),
});

/** Statuses of a connection, most of them active, and of a route, as each cloud can show them. */
const STATUSES = [
  "active",
  "active",
  "active",
  "active",
  "active",
  "active",
  "pending",
  "rejected",
  "expired",
];
const MORE_STATUSES: Record<string, string[]> = { alicloud: ["updating", "deleting", "creating"] };
const ROUTE_STATUSES: Record<string, string[]> = {
  alicloud: ["available", "available", "available", "modifying", "pending", "deleting"],
  tencentcloud: ["available", "available", "disabled"],
  huaweicloud: ["available"],
};

const pick = <T>(items: readonly T[], n: number): T => items[n % items.length] as T;

/** Subnets of a VPC by their numbers: the n-th 256 addresses of its first block, each once. */
function withSubnets({ subnets = [], ...vpc }: PlannedVpc): PlannedVpc {
  const [block = ""] = vpc.cidrBlocks;
  const isSmall = block.endsWith("/24");
  const part = (n: number): string =>
    isSmall
      ? block.replace("0/24", `${n * 64}/26`)
      : block.replace(/(\d+)\.0\/\d+$/, (_, third: string) => `${Number(third) + n}.0/24`);
  const unique = new Map(subnets.map((subnet) => [subnet.cidr, subnet]));
  return {
    ...vpc,
    subnets: [...unique.values()].map((subnet) => ({ ...subnet, cidr: part(Number(subnet.cidr)) })),
  };
}

test.each(ROUTED)("$cloud: doctor and emulator never disagree on what reaches what", async (under) => {
  const seen = { reaching: 0, lost: 0 };
  const statuses = [...STATUSES, ...(MORE_STATUSES[under.cloud] ?? [])];
  await fc.assert(
    fc.asyncProperty(network, async ({ vpcs: planned, connections, routes, isRouted, damages }) => {
      const bench = await openDoctor(under, planned.map(withSubnets));
      const { vpcs } = bench;
      const made: { id: string; from: (typeof vpcs)[number]; to: (typeof vpcs)[number] }[] = [];
      for (const { from, to, status } of connections) {
        const ends = { from: pick(vpcs, from), to: pick(vpcs, to) };
        if (ends.from === ends.to) continue;
        // Between accounts the requester is the first one's.
        const [requester, accepter] = ends.from.who === "b" ? [ends.to, ends.from] : [ends.from, ends.to];
        const id = await bench.connect(requester, accepter, pick(statuses, status));
        bench.declare(id, requester, accepter);
        made.push({ id, from: requester, to: accepter });
      }
      if (made.length === 0) return;
      const tablesOf = (n: number) => {
        const { main, custom } = pick(vpcs, n);
        const plan = withSubnets(pick(planned, n));
        const hasCustom =
          plan.hasCustom === true || plan.subnets?.some(({ isOnCustom }) => isOnCustom) === true;
        return hasCustom ? [main, custom] : [main];
      };
      const blocksOf = (n: number) => [
        ...pick(planned, n).cidrBlocks,
        ...(pick(planned, n).secondaryCidrBlocks ?? []),
      ];
      if (isRouted) {
        for (const { id, from, to } of made) {
          for (const [here, there] of [
            [from, to],
            [to, from],
          ] as const) {
            for (const table of tablesOf(vpcs.indexOf(here)))
              for (const block of blocksOf(vpcs.indexOf(there))) await bench.route(table, block, id);
          }
        }
      }
      const goals = [
        ...made.map(({ id }) => id),
        ...made.map(({ id }) => id),
        "gateway-1",
        under.routing.connections[1],
      ];
      for (const { vpc: n, isInCustom, destination, hop, status } of routes) {
        const tables = tablesOf(n);
        const word = pick(ROUTE_STATUSES[under.cloud] ?? [], status);
        await bench.route(pick(tables, isInCustom ? 1 : 0), destination, pick(goals, hop), word);
      }
      for (const { do: deed, at, status } of damages) {
        const { id } = pick(made, at);
        const there = (await bench.routes()).filter(({ hop }) => hop.kind !== "local");
        if (deed === "deletes") await bench.admin("DELETE", `/peerings/${id}`).catch(() => undefined);
        else if (deed === "moves")
          await bench
            .admin("PATCH", `/peerings/${id}`, { status: pick(statuses, status) })
            .catch(() => undefined);
        else if (there.length > 0) await bench.unroute(pick(there, at).table, pick(there, at).destination);
      }
      const { connections: judged } = await bench.look();
      expect(judged.map(({ known }) => known.declared.id)).toEqual(made.map(({ id }) => id));
      for (const [index, { from, to }] of made.entries()) {
        const reach = await bench.reach(from, to);
        const said = judged[index]?.directions.map(({ reaches }) => reaches);
        expect({ forward: said?.[0], back: said?.[1], why: reach.reasons }).toEqual({
          forward: reach.forward.reaches,
          back: reach.back.reaches,
          why: reach.reasons,
        });
        // Nothing is wrong where packets get through, and something is where they do not. They may take another
        // connection between the same VPCs, whatever is wrong with this one; and to a third VPC they get lost.
        const kinds = judged[index]?.findings
          .map(({ kind }) => kind)
          .filter((kind) => kind !== "transit" && (!reach.reaches || !kind.startsWith("connection-")));
        if (reach.reaches) expect(kinds).toEqual([]);
        else expect(kinds).not.toEqual([]);
        seen[reach.reaches ? "reaching" : "lost"]++;
      }
    }),
    REPLAY,
  );
  // Both happen, or nothing was tried.
  expect(seen.reaching).toBeGreaterThan(0);
  expect(seen.lost).toBeGreaterThan(0);
});
