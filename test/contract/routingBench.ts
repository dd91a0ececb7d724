import type { Emulator, RequestRow, RouteRow, WorldInput } from "../../emulator";
import { startEmulator } from "../../emulator";
import type { Context } from "../../src/provider/clouds/context";
import type { Cloud } from "../../src/provider/clouds/cloud";
import { cloudModule } from "../../src/provider/clouds/registry";
import type {
  NewRoute,
  RouteTable,
  RouteVerbs,
  TableChange,
  TableInUse,
  TableRoute,
  TableWritten,
} from "../../src/provider/clouds/routing";
import type { Admin } from "../../tools/stack/admin.cjs";
import { adminOf } from "../../tools/stack/admin.cjs";
import { timed, virtualClock } from "../support/virtualTime";
import { contextOn } from "../support/context";
import type { CloudUnderTest } from "./clouds";
import { CLOUDS } from "./clouds";

/** What a cloud has for routes. */
type ForRoutes = NonNullable<CloudUnderTest["routing"]>;

/** A cloud whose routes this package writes. */
export type RoutedCloud = CloudUnderTest & { routing: ForRoutes };

/** All of these clouds. */
export const ROUTED = CLOUDS.filter((under): under is RoutedCloud => under.routing !== undefined);

/** How long a verb may take, in milliseconds. */
const LIMIT_MS = 60_000;

/** An emulator with a hub that is connected with two VPCs, and the verbs for routes with the keys of two accounts. */
export interface RoutingBench {
  /** The cloud with the keys of either account, and its verbs for routes. */
  cloud: Cloud;
  cloudOfB: Cloud;
  verbs: RouteVerbs;
  verbsOfB: RouteVerbs;
  context: () => Context;
  hub: CloudUnderTest["vpcs"]["hub"];
  /** The hub's tables as the verbs read them. */
  main: () => Promise<TableInUse>;
  custom: () => Promise<TableInUse>;
  /** Makes a change of the hub's main table. */
  write: (change: Partial<TableChange>) => Promise<TableWritten>;
  /** A route to a block of the VPC app, through the hub's connection with it. */
  to: (destination: string, description?: string) => NewRoute;
  admin: Admin;
  /** What the hub's main table leads to, as the cloud itself knows it. */
  there: () => Promise<string[]>;
  rows: () => Promise<RouteRow[]>;
  calls: () => Promise<string[]>;
  fault: (action: string, fault: object, more?: object) => Promise<void>;
}

const opened: Emulator[] = [];

afterEach(async () => {
  await Promise.all(opened.splice(0).map((emulator) => emulator.close()));
});

/** The hub's blocks and what it is connected with, in the words of a cloud's part of the world. */
export function vpcsOf({ vpcs, accounts, ownerKey, routing }: RoutedCloud): Record<string, unknown>[] {
  const { hub, app, partner } = vpcs;
  const own = { [ownerKey]: accounts.a };
  return [
    {
      ...hub,
      ...own,
      cidrBlocks: ["10.0.0.0/16"],
      secondaryCidrBlocks: ["10.100.0.0/16"],
      ipv6CidrBlocks: ["2001:db8::/56"],
      subnets: [
        { cidr: "10.0.1.0/24", ipv6Cidr: "2001:db8:0:1::/64" },
        { cidr: "10.0.2.0/24", table: routing.table },
        { cidr: "10.100.1.0/24" },
      ],
      tables: [{ id: routing.table }],
    },
    {
      ...app,
      ...own,
      cidrBlocks: ["10.1.0.0/16"],
      secondaryCidrBlocks: ["10.101.0.0/16"],
      ipv6CidrBlocks: ["2001:db8:1::/56", "2001:DB8:1:100::/56"],
      subnets: [
        { cidr: "10.1.1.0/24", ipv6Cidr: "2001:db8:1:1::/64" },
        { cidr: "10.1.2.0/24" },
        { cidr: "10.1.3.0/24", ipv6Cidr: "2001:db8:1:100::/64" },
      ],
    },
    { ...partner, [ownerKey]: accounts.b, cidrBlocks: ["10.8.0.0/16"] },
  ];
}

/** Opens a bench for one test, in virtual time. */
export async function openRouting(
  under: RoutedCloud,
  world: WorldInput = {},
  vpcs = vpcsOf(under),
): Promise<RoutingBench> {
  const { cloud, routing } = under;
  const { hub, app, partner } = under.vpcs;
  const [first, second] = routing.connections;
  const emulator = await startEmulator({
    world: {
      ...under.world,
      ...world,
      timings: { ...under.world.timings, routeMs: 0, ...world.timings },
      peerings: [
        { cloud, id: first, requester: { vpcId: hub.vpcId }, accepter: { vpcId: app.vpcId } },
        { cloud, id: second, requester: { vpcId: partner.vpcId }, accepter: { vpcId: hub.vpcId } },
      ],
      [cloud]: { ...world[cloud], vpcs },
    },
  });
  opened.push(emulator);
  const admin = adminOf(emulator.url);
  const context = (): Context => contextOn(virtualClock, LIMIT_MS);
  const opening = async (who: "a" | "b"): Promise<Cloud> => {
    const settings: Record<string, unknown> = { [`${cloud}:endpoint`]: emulator.url };
    for (const [name, value] of Object.entries(under.settings[who])) settings[`${cloud}:${name}`] = value;
    return (await cloudModule(cloud)).open((key) => settings[key]);
  };
  const verbsOf = ({ routing: verbs }: Cloud): RouteVerbs => {
    if (verbs === undefined) throw new Error(`${under.title} has no verbs for routes`);
    return timed(verbs);
  };
  const [ofA, ofB] = await Promise.all([opening("a"), opening("b")]);
  const verbs = verbsOf(ofA);
  const tableWith = async (isWanted: (table: TableInUse) => boolean): Promise<TableInUse> => {
    const found = (await verbs.tables(hub, context())).find(isWanted);
    if (found === undefined) throw new Error("there is no such table");
    return found;
  };
  const main = (): Promise<TableInUse> => tableWith(({ isMain }) => isMain);
  const table = (await main()).id;
  await admin("DELETE", "/requests");
  const rows = async (): Promise<RouteRow[]> =>
    ((await admin("GET", "/routes")) as RouteRow[]).filter(
      (row) => row.cloud === cloud && row.hop.kind !== "local",
    );
  return {
    cloud: ofA,
    cloudOfB: ofB,
    verbs,
    verbsOfB: verbsOf(ofB),
    context,
    hub,
    main,
    custom: () => tableWith(({ id }) => id === routing.table),
    write: (change) => verbs.write({ ...hub, change: { ...changeOf(table), ...change } }, context()),
    to: (destination, description = "ours") => ({ destination, connectionId: first, description }),
    admin,
    there: async () =>
      (await rows())
        .filter((row) => row.table === table)
        .map(({ destination, hop, status }) => `${destination} ${hop.id} ${status}`)
        .sort(),
    rows,
    calls: async () => ((await admin("GET", "/requests")) as RequestRow[]).map(({ action }) => action),
    fault: async (action, fault, more = {}) => {
      await admin("POST", "/faults", { cloud, action, fault, ...more });
    },
  };
}

/** A change of a table that changes nothing. */
export function changeOf(table: string): TableChange {
  return { table, add: [], redirect: [], enable: [], remove: [] };
}

/** The route of a table to a destination. */
export function routeTo({ routes }: RouteTable, destination: string): TableRoute {
  const found = routes.find((route) => route.destination === destination);
  if (found === undefined) throw new Error(`there is no route to ${destination}`);
  return found;
}

/** So many destinations within the VPC app. */
export function blocks(count: number): string[] {
  return Array.from({ length: count }, (_, n) => `10.1.${n}.0/24`);
}

/** What was refused: destinations, and as what. */
export function refusals({ refused }: TableWritten): string[] {
  return refused.map(({ destination, error }) => `${destination} ${error.kind}`).sort();
}
