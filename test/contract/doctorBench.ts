import type { Emulator, PeeringRow, Reach, RequestRow, RouteRow, WorldInput } from "../../emulator";
import { startEmulator } from "../../emulator";
import { declaredIn } from "../../src/cli/doctor/declared";
import type { Diagnosis, Judged } from "../../src/cli/doctor/judge/judge";
import { judged } from "../../src/cli/doctor/judge/judge";
import { lookAt } from "../../src/cli/doctor/look/look";
import type { KeyRing } from "../../src/cli/kit/keyRings";
import type { StateResource } from "../../src/cli/kit/pulumi";
import { typeTokenOf } from "../../src/model/resourceKinds";
import { vpcIdOf } from "../../tools/clouds/world.cjs";
import type { Admin } from "../../tools/stack/admin.cjs";
import { adminOf } from "../../tools/stack/admin.cjs";
import { inVirtualTime, virtualClock } from "../support/virtualTime";
import type { RoutedCloud } from "./routingBench";
import { isWrite } from "./routesBench";

/** An account. */
export type Who = "a" | "b";

/** A VPC of a network. Its custom table is there if it is named. */
export interface PlannedVpc {
  who: Who;
  cidrBlocks: string[];
  secondaryCidrBlocks?: string[];
  subnets?: { cidr: string; isOnCustom?: boolean }[];
  hasCustom?: boolean;
  /** Those in the main table that lead through connections. */
  routes?: { destinationCidr: string; nextHopId: string }[];
}

/** A VPC that is there. */
export interface PlacedVpc {
  who: Who;
  vpcId: string;
  region: string;
  /** Its main table, and the other one. */
  main: string;
  custom: string;
}

/** What a program says of the routes of one end; `true`: all that there are. */
export interface Wish {
  tables?: "all" | "main" | string[];
  destinations: string[];
  isNamed?: boolean;
  /** What the state says of them. */
  status?: "present" | "waiting";
}

/** What a program declares. */
export interface Wishes {
  requester?: Wish;
  accepter?: Wish;
  /** Only the accepter's own stack, or a program that only reads the connection. */
  role?: "accepted" | "read";
  /** The keys that the program uses for the accepter, where they are not those of its account. */
  acceptedBy?: Who;
  /** Whether the program accepts a connection between accounts; true unless it is said otherwise. */
  isAccepted?: boolean;
}

/** An emulator with a network, and the doctor beside it. */
export interface DoctorBench {
  vpcs: PlacedVpc[];
  admin: Admin;
  /** Connects two VPCs; answers the id. */
  connect: (requester: PlacedVpc, accepter: PlacedVpc, status?: string) => Promise<string>;
  /** Declares a connection. */
  declare: (id: string, requester: PlacedVpc, accepter: PlacedVpc, wishes?: Wishes) => void;
  route: (table: string, destination: string, hop: string, status?: string) => Promise<void>;
  unroute: (table: string, destination: string) => Promise<void>;
  routes: () => Promise<RouteRow[]>;
  reach: (from: PlacedVpc, to: PlacedVpc) => Promise<Reach>;
  /** What the doctor says, with the keys of these accounts. Fails if it has changed anything. */
  look: (accounts?: readonly Who[]) => Promise<Diagnosis>;
  /** The same of a stack that declares one connection. */
  lookAtOne: (accounts?: readonly Who[]) => Promise<Judged>;
  calls: () => Promise<RequestRow[]>;
  fault: (action: string, fault: object, more?: object) => Promise<void>;
}

const opened: Emulator[] = [];

afterEach(async () => {
  await Promise.all(opened.splice(0).map((emulator) => emulator.close()));
});

const URN = "urn:pulumi:dev::net::pulumi:providers:pulumi-nodejs::";

/** Opens a bench with such VPCs. */
export async function openDoctor(
  under: RoutedCloud,
  planned: readonly PlannedVpc[],
  world: WorldInput = {},
): Promise<DoctorBench> {
  const { cloud, accounts, ownerKey, routing } = under;
  const vpcs = planned.map(({ who }, n): PlacedVpc => {
    const { region } = who === "a" ? under.vpcs.hub : under.vpcs.partner;
    const custom = routing.table.slice(0, -2) + String(n).padStart(2, "0");
    return { who, vpcId: vpcIdOf(under, n, who), region, main: "", custom };
  });
  const rows = planned.map(({ subnets = [], who, hasCustom = false, ...plan }, n) => {
    const { vpcId, region, custom } = vpcs[n] as PlacedVpc;
    const owner = { [ownerKey]: accounts[who] };
    const parts = subnets.map(({ cidr, isOnCustom = false }) => ({
      cidr,
      ...(isOnCustom ? { table: custom } : {}),
    }));
    const tables = hasCustom || subnets.some(({ isOnCustom }) => isOnCustom) ? [{ id: custom }] : [];
    return { ...plan, ...owner, vpcId, region, subnets: parts, tables };
  });
  const timings = { ...under.world.timings, routeMs: 0, ...world.timings };
  const emulator = await startEmulator({
    world: {
      ...under.world,
      quotas: under.noQuotas,
      ...world,
      timings,
      [cloud]: { ...world[cloud], vpcs: rows },
    },
  });
  opened.push(emulator);
  const admin = adminOf(emulator.url);
  const routes = async (): Promise<RouteRow[]> => (await admin("GET", "/routes")) as RouteRow[];
  const mains = (await routes()).filter(({ main }) => main);
  const ids = (await admin("GET", "/vpcs")) as { vpcId: string; tables: { id: string; main: boolean }[] }[];
  for (const vpc of vpcs) {
    const found = ids.find(({ vpcId }) => vpcId === vpc.vpcId)?.tables.find(({ main }) => main)?.id;
    vpc.main = found ?? mains.find(({ vpcId }) => vpcId === vpc.vpcId)?.table ?? "";
  }
  const state: StateResource[] = [];
  const known = new Set<string>();
  const ring = (who: Who): KeyRing => {
    const settings: Record<string, unknown> = { [`${cloud}:endpoint`]: emulator.url };
    const given = { ...under.settings, ...under.contractSettings }[who];
    for (const [name, value] of Object.entries(given)) settings[`${cloud}:${name}`] = value;
    return {
      keys: `provider instance ${who}`,
      settings: (key) => settings[key],
      isNamed: true,
      instance: URN + who,
    };
  };
  const look = async (who: readonly Who[] = ["a", "b"]): Promise<Diagnosis> => {
    await admin("DELETE", "/requests");
    const network = await inVirtualTime(
      lookAt(declaredIn(state), new Map([[cloud, who.map(ring)]]), virtualClock),
    );
    const calls = (await admin("GET", "/requests")) as RequestRow[];
    expect(calls.map(({ action }) => action).filter(isWrite)).toEqual([]);
    return judged(network);
  };
  const side = ({ vpcId, region, who }: PlacedVpc) => ({ vpcId, region, [under.accountKey]: accounts[who] });
  const resource = (
    kind: Parameters<typeof typeTokenOf>[0],
    { name, who, id }: { name: string; who: Who; id: string },
    values: object,
  ) => {
    const type = typeTokenOf(kind);
    const urn = `urn:pulumi:dev::net::vpc-peering:index:VpcPeering$${type}::${name}`;
    state.push({ urn, type, id, provider: `${URN}${who}::some-id`, outputs: { cloud, ...values } });
  };
  return {
    vpcs,
    admin,
    async connect(requester, accepter, status = "active") {
      const ends = { requester: { vpcId: requester.vpcId }, accepter: { vpcId: accepter.vpcId } };
      return ((await admin("POST", "/peerings", { cloud, status, ...ends })) as PeeringRow).id;
    },
    declare(id, requester, accepter, { role, acceptedBy = accepter.who, isAccepted = true, ...wishes } = {}) {
      const name = `to-${String(known.size).padStart(3, "0")}`;
      known.add(name);
      const ends = { requester: side(requester), accepter: side(accepter) };
      if (role === "accepted") {
        const peer = { vpcId: requester.vpcId, region: requester.region, account: accounts[requester.who] };
        const standalone = { accepter: side(accepter), decision: "accept" };
        resource(
          "Acceptance",
          { name, who: acceptedBy, id },
          {
            region: accepter.region,
            standalone,
            peer,
            status: "active",
          },
        );
      } else {
        const onlyRead = role === "read" ? { onlyRead: true } : {};
        resource(
          "Connection",
          { name, who: requester.who, id },
          {
            ...ends,
            ...onlyRead,
            account: accounts[requester.who],
          },
        );
        if (isAccepted && (requester.who !== accepter.who || acceptedBy !== accepter.who))
          resource(
            "Acceptance",
            { name, who: acceptedBy, id },
            { region: accepter.region, status: "active" },
          );
      }
      for (const end of ["requester", "accepter"] as const) {
        const wish = wishes[end];
        if (wish === undefined) continue;
        const vpc = end === "requester" ? requester : accepter;
        const { tables = "all", destinations, isNamed = false, status = "present" } = wish;
        const inTables = Array.isArray(tables) ? tables : [vpc.main];
        const seen = inTables.flatMap((table) =>
          destinations.map((destination) => ({ table, destination, status })),
        );
        const own = { ...side(vpc), end, connectionId: id, tables, destinations, routes: seen };
        const itself = { name: `${name}-${end}`, who: vpc.who, id: `${id}/${vpc.vpcId}` };
        resource("Routes", itself, { ...own, ...(isNamed ? { __named: true } : {}) });
      }
    },
    async route(table, destination, hop, status = "available") {
      const peerings = (await admin("GET", "/peerings")) as PeeringRow[];
      const isPeering = hop === routing.connections[1] || peerings.some(({ id }) => id === hop);
      const body = {
        cloud,
        table,
        destination,
        hop: { kind: isPeering ? "peering" : "other", id: hop },
        status,
      };
      await admin("POST", "/routes", body);
    },
    async unroute(table, destination) {
      await admin("DELETE", "/routes", { cloud, table, destination });
    },
    routes,
    reach: async (from, to) => (await admin("GET", `/reach?from=${from.vpcId}&to=${to.vpcId}`)) as Reach,
    look,
    async lookAtOne(who) {
      const [one, ...others] = (await look(who)).connections;
      if (one === undefined || others.length > 0) throw new Error("not one connection is declared");
      return one;
    },
    calls: async () => (await admin("GET", "/requests")) as RequestRow[],
    fault: async (action, fault, more = {}) => {
      await admin("POST", "/faults", { cloud, action, fault, ...more });
    },
  };
}
