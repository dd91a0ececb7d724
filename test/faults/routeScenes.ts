import type { CloudUnderTest } from "../contract/clouds";
import type { RoutedCloud } from "../contract/routingBench";
import type { RoutesBench } from "../contract/routesBench";
import { routesOn, worldOf } from "../contract/routesBench";
import type { Bench } from "../contract/support";
import { DEADLINE_MS } from "./kinds";
import type { Scene, SceneOf } from "./scenes";
import { READ_MS, together } from "./scenes";

/** What a scene of routes is made of. */
interface RouteScene {
  name: string;
  limitMs?: number;
  isCross?: boolean;
  /** Brings it to the moment before the hook. Answers the hook, which is repeated with what is in the state then, and the routes that have to be there in the end. */
  open: (
    bench: RoutesBench,
    under: RoutedCloud,
  ) => Promise<{
    hook: () => Promise<unknown>;
    wanted: string[];
    connections?: string[];
  }>;
}

/** A place of ours in one of the hub's tables, or of the other VPC's main one. */
const ours = ({ id }: RoutesBench, table: string, ...destinations: string[]): string[] =>
  destinations.map((destination) => `${table} ${destination} ${id}`);

const MAIN = { tables: "main" } as const;
const [FIRST, SECOND] = ["10.1.0.0/16", "10.101.0.0/16"] as const;

const SCENES: readonly RouteScene[] = [
  {
    name: "routes of both ends, of one account",
    open: async (bench) => {
      const { hub, other } = bench;
      await Promise.resolve();
      return {
        hook: () => together(hub.up(MAIN), other.up({ destinations: ["10.0.0.0/16"] })),
        wanted: [...ours(bench, bench.main, FIRST, SECOND), ...ours(bench, bench.mainOfOther, "10.0.0.0/16")],
      };
    },
  },
  {
    name: "routes of both ends, of two accounts",
    isCross: true,
    open: async (bench) => {
      const { id, hub, other, main, mainOfOther, acceptance, acceptanceOf } = bench;
      await acceptance.create(acceptanceOf(id));
      return {
        hook: () => together(hub.up(MAIN), other.up()),
        wanted: [
          ...ours(bench, main, "10.8.0.0/16"),
          ...ours(bench, mainOfOther, "10.0.0.0/16", "10.100.0.0/16"),
        ],
      };
    },
  },
  {
    name: "routes that are led back, written again, and removed",
    open: async (bench, { routing }) => {
      const { id, hub, main, put, remove } = bench;
      const destinations = [FIRST, SECOND, "10.1.1.0/24", "10.1.2.0/24"];
      await hub.up({ ...MAIN, destinations });
      await put(main, FIRST, "gateway-1");
      await remove(main, SECOND);
      if (routing.actions.enable !== undefined) await put(main, "10.1.1.0/24", id, { status: "disabled" });
      await put(main, "10.1.9.0/24", id, { description: "by hand" });
      await hub.refresh();
      return {
        hook: () => hub.up({ ...MAIN, destinations: destinations.slice(0, 3) }),
        wanted: ours(bench, main, ...destinations.slice(0, 3), "10.1.9.0/24"),
      };
    },
  },
  {
    name: "read of routes",
    limitMs: READ_MS,
    open: async (bench) => {
      const { hub, main } = bench;
      await hub.up(MAIN);
      const read = async (): Promise<void> => {
        await hub.refresh();
        if (hub.places.some((place) => !place.endsWith("present"))) throw new Error("a route was missed");
      };
      return { hook: read, wanted: ours(bench, main, FIRST, SECOND) };
    },
  },
  {
    name: "delete of routes",
    open: async (bench) => {
      const { id, hub, main, put } = bench;
      await hub.up(MAIN);
      await put(main, "10.1.9.0/24", id, { description: "by hand" });
      return { hook: () => hub.destroy(), wanted: ours(bench, main, "10.1.9.0/24") };
    },
  },
  {
    name: "delete of a connection whose routes nobody knows",
    open: async (bench) => {
      const { anew, hub, sameAccount } = bench;
      const { id, outs } = await anew().connection.create(sameAccount({ __routed: {} }));
      await hub.up(MAIN);
      return { hook: () => anew().connection.delete(id, outs), wanted: [], connections: [] };
    },
  },
  {
    name: "connection whose ends have routes",
    open: async ({ anew, admin, id, sameAccount }) => {
      await admin("DELETE", `/peerings/${id}`);
      let left: { id: string; outs: Record<string, unknown> } | undefined;
      const hook = async (): Promise<void> => {
        const inputs = sameAccount({ __routed: {} });
        const { connection } = anew();
        try {
          if (left === undefined) left = await connection.create(inputs);
          else left = { id: left.id, ...(await connection.update(left.id, left.outs, inputs)) };
        } catch (error) {
          const { id: half, properties } = error as { id?: string; properties?: Record<string, unknown> };
          if (half !== undefined) left = { id: half, outs: properties ?? {} };
          throw error;
        }
        const { requester, accepter } = (left.outs["__ends"] ?? {}) as Record<string, string[]>;
        if ((requester?.length ?? 0) < 2 || (accepter?.length ?? 0) < 2)
          throw new Error("blocks are missing");
      };
      await Promise.resolve();
      return { hook, wanted: [] };
    },
  },
];

/** All that happens to routes, on a cloud that has them. */
export const ROUTE_SCENES: readonly SceneOf[] = SCENES.map(
  ({ name, limitMs = DEADLINE_MS, isCross = false, open }) => ({
    name,
    limitMs,
    world: (under) => worldOf(routedOf(under), { timings: { ...under.world.timings, routeMs: 100 } }),
    open: async (bench: Bench, under: CloudUnderTest): Promise<Scene> => {
      const routes = await routesOn(bench, routedOf(under), { isCross });
      const { hook, wanted, connections = ["story active"] } = await open(routes, routedOf(under));
      return {
        hook,
        again: hook,
        wanted: connections,
        wrongIn: async () => {
          const there = await routes.all();
          const isRight = there.join() === [...wanted].sort().join();
          return isRight
            ? []
            : [`wanted the routes ${JSON.stringify(wanted)}, there is ${JSON.stringify(there)}`];
        },
      };
    },
  }),
);

function routedOf({ routing, ...under }: CloudUnderTest): RoutedCloud {
  if (routing === undefined) throw new Error(`${under.title} has no routes`);
  return { ...under, routing };
}
