import type { Emulator, PeeringRow, RequestRow, WorldInput } from "../../emulator";
import { startEmulator } from "../../emulator";
import type { ResourceKind } from "../../src/model/resourceKinds";
import type { DynamicProvider } from "../../src/provider/engine/dynamicProvider";
import { dynamicProvider } from "../../src/provider/engine/dynamicProvider";
import { RESOURCES } from "../../src/provider/lifecycle/resources";
import { Session } from "../../src/provider/lifecycle/session";
import type { Admin } from "../../tools/stack/admin.cjs";
import { adminOf } from "../../tools/stack/admin.cjs";
import { expectNoSecret } from "../../tools/stack/secrets.cjs";
import { throughPlugin } from "../support/pluginDoor";
import { timed, virtualClock } from "../support/virtualTime";
import type { CloudUnderTest } from "./clouds";

type Props = Record<string, unknown>;

/** The hooks of two accounts, as the processes of one command have them. */
export interface ProviderCalls {
  connection: DynamicProvider;
  /** The same hooks with the keys of account B. */
  connectionByB: DynamicProvider;
  acceptance: DynamicProvider;
  identity: DynamicProvider;
  /** The routes of account A's VPCs, by A's keys. */
  routes: DynamicProvider;
  /** Those of account B's, by B's. */
  routesByB: DynamicProvider;
}

/** An emulator, and hooks that speak to it over HTTP. */
export interface Bench extends ProviderCalls {
  emulator: Emulator;
  /** The hooks of new processes, which know nothing of what others did. */
  anew: () => ProviderCalls;
  admin: Admin;
  live: () => Promise<PeeringRow[]>;
  calls: () => Promise<string[]>;
  /** Fails if the cloud has no such action. */
  fault: (action: string | undefined, fault: object, more?: object) => Promise<void>;
  /** Inputs of a connection within account A. */
  sameAccount: (more?: Props) => Props;
  /** Inputs of a connection from account A to account B. */
  crossAccount: (more?: Props) => Props;
  /** Inputs of the acceptance of a connection by account B. */
  acceptanceOf: (id: string) => Props;
  /** Inputs of the routes of the requester's VPC, through a connection of this id. */
  routesOf: (id: string, more?: Props) => Props;
}

const opened: Emulator[] = [];

afterEach(async () => {
  await Promise.all(opened.splice(0).map((emulator) => emulator.close()));
});

const isPlugin = process.env["DOOR"] === "plugin";

/** A test of what dynamic resources alone have: the plugin is told limits of time with each call, so it stores none. */
export const testOfDynamic = isPlugin ? test.skip : test;

/** One kind of resource, by the door that the tests are run through: the plugin's if `DOOR` says so. */
function hooksOf(kind: ResourceKind, session: Session): DynamicProvider {
  if (isPlugin) return timed(throughPlugin(kind, session));
  return timed(dynamicProvider(kind, RESOURCES[kind], () => session));
}

/** Opens a bench for one test, in virtual time. Its hooks share nothing with those of other benches. */
export async function openBench(
  under: CloudUnderTest,
  world: WorldInput = {},
  more: Props = {},
): Promise<Bench> {
  const timings = { ...under.world.timings, ...world.timings };
  const emulator = await startEmulator({ world: { ...under.world, ...world, timings } });
  opened.push(emulator);
  const admin = adminOf(emulator.url);
  const sessionOf = (who: "a" | "b"): Session => {
    const settings: Props = {
      "vpc-peering:requestTimeoutMs": "500",
      ...more,
      [`${under.cloud}:endpoint`]: emulator.url,
    };
    for (const [name, value] of Object.entries((under.contractSettings ?? under.settings)[who]))
      settings[`${under.cloud}:${name}`] = value;
    return new Session((key) => settings[key], virtualClock);
  };
  const anew = (): ProviderCalls => {
    const [ofA, ofB] = [sessionOf("a"), sessionOf("b")];
    return {
      connection: hooksOf("Connection", ofA),
      connectionByB: hooksOf("Connection", ofB),
      acceptance: hooksOf("Acceptance", ofB),
      identity: hooksOf("Identity", ofB),
      routes: hooksOf("Routes", ofA),
      routesByB: hooksOf("Routes", ofB),
    };
  };
  const account = (who: "a" | "b"): Props => ({ [under.accountKey]: under.accounts[who] });
  const inputs = (accepter: Props, rest: Props): Props => ({
    cloud: under.cloud,
    requester: under.vpcs.hub,
    accepter,
    name: "story",
    timeouts: { create: "10s", update: "10s", delete: "10s" },
    __owner: { urn: "urn:pulumi:dev::story::vpc-peering:index:VpcPeering::hub" },
    __provider: "the line",
    ...rest,
  });
  return {
    emulator,
    ...anew(),
    anew,
    admin,
    live: async () => {
      const rows = (await admin("GET", "/peerings")) as PeeringRow[];
      return rows.filter(({ deleted }) => !deleted).map((row) => under.unmarked?.(row) ?? row);
    },
    calls: async () => ((await admin("GET", "/requests")) as RequestRow[]).map(({ action }) => action),
    fault: async (action, fault, more = {}) => {
      if (action === undefined) throw new Error(`${under.title} has no such action`);
      await admin("POST", "/faults", { cloud: under.cloud, action, fault, ...more });
    },
    sameAccount: (more = {}) => inputs({ ...under.vpcs.app, ...account("a") }, more),
    crossAccount: (more = {}) => inputs({ ...under.vpcs.partner, ...account("b") }, more),
    acceptanceOf: (connectionId) => ({
      cloud: under.cloud,
      connectionId,
      requester: { vpcId: under.vpcs.hub.vpcId },
      accepter: { ...under.vpcs.partner, ...account("b") },
      timeouts: { create: "10s" },
      __owner: { urn: "urn:pulumi:dev::story::vpc-peering:index:VpcPeering::hub" },
      __provider: "the line",
    }),
    routesOf: (connectionId, more = {}) => ({
      cloud: under.cloud,
      connectionId,
      end: "requester",
      ...under.vpcs.hub,
      peer: { vpcId: under.vpcs.app.vpcId },
      tables: "all",
      timeouts: { create: "10s", update: "10s", delete: "10s" },
      __owner: { urn: "urn:pulumi:dev::story::vpc-peering:index:VpcPeering::hub" },
      __provider: "the line",
      ...more,
    }),
  };
}

/** What a hook fails with. */
export interface Failure extends Error {
  id?: string;
  properties?: Props;
  reasons?: string[];
}

/** The failure of a hook that has to fail. */
export async function failure(hook: Promise<unknown>): Promise<Failure> {
  try {
    await hook;
  } catch (error) {
    const failed = error as Failure;
    expectNoSecret("a failure", `${String(failed)} ${failed.stack ?? ""} ${JSON.stringify(failed)}`);
    return failed;
  }
  throw new Error("It should have failed.");
}

/** What a hook says that has the keys of account B, where account A is declared. */
export function keysOfB({ accounts: { a, b } }: CloudUnderTest): string {
  return `These keys belong to account ${b}, but account ${a} is declared.`;
}
