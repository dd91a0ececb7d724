import type { WorldInput } from "../../emulator";
import { startEmulator } from "../../emulator";
import { UNKNOWN } from "../../src/model/unknown";
import { acceptance } from "../../src/provider/lifecycle/acceptance";
import type { Caller, Checked } from "../../src/provider/lifecycle/resource";
import { routes } from "../../src/provider/lifecycle/routes";
import type { RoutesInputs } from "../../src/provider/lifecycle/routes/inputs";
import { Session } from "../../src/provider/lifecycle/session";
import { SILENT } from "../../src/provider/lifecycle/work";
import { adminOf } from "../../tools/stack/admin.cjs";
import type { RoutedCloud } from "./routingBench";
import { ROUTED } from "./routingBench";

type Values = Record<string, unknown>;

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()));
});

/** A world with the hub and one VPC of each account, where the hub has a table and subnets of its own. */
function worldOf(
  { cloud, routing, accountKey, accounts, vpcs, ...under }: RoutedCloud,
  quotas = {},
): WorldInput {
  const owner = (who: "a" | "b") => ({ [under.ownerKey]: accounts[who] });
  const hub = {
    ...vpcs.hub,
    ...owner("a"),
    cidrBlocks: ["10.0.0.0/16"],
    subnets: [{ cidr: "10.0.1.0/24" }],
    tables: [{ id: routing.table }],
  };
  const app = { ...vpcs.app, ...owner("a"), cidrBlocks: ["10.1.0.0/16"] };
  const partner = { ...vpcs.partner, ...owner("b"), cidrBlocks: ["10.0.0.0/16"] };
  return { ...under.world, quotas, [cloud]: { vpcs: [hub, app, partner] } };
}

/** A session with the keys of account A, and checks of routes of the hub, through a connection that is not there yet. */
async function openPreflight(under: RoutedCloud, quotas: Values = {}) {
  const { cloud, accountKey, accounts, vpcs } = under;
  const emulator = await startEmulator({ world: worldOf(under, { [cloud]: quotas }) });
  open.push(emulator);
  const settings: Values = { [`${cloud}:endpoint`]: emulator.url };
  const sessionOf = (who: "a" | "b"): Session => {
    const keys = Object.entries((under.contractSettings ?? under.settings)[who]);
    const all = { ...settings, ...Object.fromEntries(keys.map(([name, key]) => [`${cloud}:${name}`, key])) };
    return new Session((key) => all[key]);
  };
  const session = sessionOf("a");
  const callerOf = (name: string, of = session): Caller => ({
    session: of,
    row: SILENT,
    owner: { urn: `urn:pulumi:dev::story::vpc-peering:index:VpcPeering::${name}` },
    timeouts: {},
  });
  const admin = adminOf(emulator.url);
  type Options = { name?: string; olds?: RoutesInputs };
  const checkWith =
    (of: () => Session) =>
    async (
      more: Partial<RoutesInputs> = {},
      { name = "hub", olds }: Options = {},
    ): Promise<Checked<RoutesInputs>> =>
      await routes.check(
        {
          cloud,
          preflight: true,
          connectionId: UNKNOWN,
          end: "requester",
          ...vpcs.hub,
          [accountKey]: accounts.a,
          peer: { vpcId: vpcs.app.vpcId, [accountKey]: accounts.a },
          tables: "all",
          destinations: ["10.1.0.0/16"],
          ...more,
        },
        callerOf(name, of()),
        olds,
      );
  return {
    admin,
    sessionOf,
    callerOf,
    calls: async () =>
      ((await admin("GET", "/requests")) as { action: string }[]).map(({ action }) => action),
    check: checkWith(() => session),
    /** The same by a process that has looked at nothing yet. */
    checkAnew: checkWith(() => sessionOf("a")),
  };
}

/** What leads elsewhere in a route table. */
const ELSEWHERE = { kind: "other", id: "gateway-1" };

describe.each(ROUTED)("on $cloud a preflight of routes", (under) => {
  const { cloud, routing, vpcs, title } = under;

  test("finds nothing wrong where nothing is, and says what it looked at", async () => {
    const { check, calls } = await openPreflight(under);
    const { complaints, warnings, notes } = await check();
    expect({ complaints, warnings }).toEqual({ complaints: [], warnings: [] });
    expect(notes?.[0]).toMatch(/found nothing wrong with the VPC's own blocks, .*the route tables/);
    expect(notes?.[0]).toContain("Not checked by preflight: the right to write routes");
    expect((await calls()).every((action) => /^(Describe|Get|List|Show|Keystone)/.test(action))).toBe(true);
  });

  test("asks nothing for routes that are there, and for the same tables once", async () => {
    const { check, calls } = await openPreflight(under);
    const connectionId = routing.connections[0];
    const { inputs } = await check({ connectionId });
    const before = await calls();
    await check({ connectionId }, { olds: inputs });
    expect(await calls()).toEqual(before);
    await check({ destinations: ["10.1.0.0/17"] }, { name: "second" });
    const reads = (await calls()).filter((action) => action === routing.actions.tables);
    expect(reads).toHaveLength(1);
  });

  test("finds a table that is none of the VPC's", async () => {
    const { check } = await openPreflight(under);
    const { complaints } = await check({ tables: [routing.table, routing.nowhere] });
    expect(complaints).toHaveLength(1);
    expect(complaints[0]).toMatch(
      new RegExp(`^tables has ${routing.nowhere}: ${vpcs.hub.vpcId} has .*${routing.table}`),
    );
  });

  test("finds a destination that leads elsewhere, unless that is through the connection that is replaced", async () => {
    const { check, admin, checkAnew } = await openPreflight(under);
    const place = { cloud, table: routing.table, destination: "10.1.0.0/16" };
    await admin("POST", "/routes", { ...place, hop: ELSEWHERE });
    const { complaints } = await check();
    expect(complaints).toHaveLength(1);
    expect(complaints[0]).toMatch(
      new RegExp(`^destinations has 10\\.1\\.0\\.0/16: in ${routing.table} it leads to .*gateway-1`),
    );
    const old = routing.connections[0];
    await admin("POST", "/routes", { ...place, hop: { kind: "peering", id: old } });
    const { inputs } = await check({ connectionId: old, preflight: false });
    const moved = { connectionId: routing.connections[1] };
    expect((await checkAnew(moved, { olds: inputs })).complaints).toEqual([]);
    expect((await checkAnew(moved)).complaints[0]).toContain(`leads to connection ${old}`);
  });

  test("finds a destination among the VPC's own subnets", async () => {
    const { check } = await openPreflight(under);
    const { complaints } = await check({ destinations: ["10.0.1.128/25"] });
    const own = routing.ownRefused === "vpc" ? "10.0.0.0/16" : "10.0.1.0/24";
    expect(complaints).toEqual([
      `destinations has 10.0.1.128/25: ${title} takes no route into ${vpcs.hub.vpcId}'s own ${own}. Leave it out.`,
    ]);
  });

  if (routing.ownRefused === "subnets") {
    test("warns of a destination that only overlaps with the VPC's blocks", async () => {
      const { check } = await openPreflight(under);
      const { complaints, warnings } = await check({ destinations: ["10.0.0.0/16"] });
      expect(complaints).toEqual([]);
      expect(warnings).toHaveLength(1);
      expect(warnings?.[0]).toMatch(
        /^destinations has 10\.0\.0\.0\/16, and .*Name the blocks of the other VPC's subnets/,
      );
    });
  }

  test("counts routes against the quota of a table, with those of the whole run", async () => {
    const { check } = await openPreflight(under, { routesPerTable: 1 });
    expect(await check()).toMatchObject({ complaints: [], warnings: [] });
    const { complaints, warnings } = await check({ destinations: ["10.1.0.0/17"] }, { name: "second" });
    const said = expect.stringMatching(/ has 0 of 1 routes, and this run writes 2 more/) as string;
    // Where no quota is told, there is room by the default.
    if (!routing.tellsQuota) expect({ complaints, warnings }).toEqual({ complaints: [], warnings: [] });
    else expect(complaints).toEqual([said, said]);
  });

  test("makes room for what goes along with a connection that is replaced", async () => {
    const { check, admin, checkAnew } = await openPreflight(under, { routesPerTable: 1 });
    const old = routing.connections[0];
    const place = { cloud, table: routing.table, destination: "10.1.0.0/16" };
    await admin("POST", "/routes", { ...place, hop: { kind: "peering", id: old } });
    const { inputs: olds } = await check({ connectionId: old, preflight: false });
    const moved = { connectionId: routing.connections[1], tables: [routing.table] };
    for (const destinations of [["10.1.0.0/16"], ["10.1.0.0/17"]]) {
      const findings = await checkAnew({ ...moved, destinations }, { olds });
      expect(findings).toMatchObject({ complaints: [], warnings: [] });
    }
    const destinations = ["10.1.0.0/17", "10.1.128.0/17"];
    const { complaints } = await checkAnew({ ...moved, destinations }, { olds });
    const said = expect.stringContaining(
      `${routing.table} has 1 of 1 routes, and this run removes 1 and writes 2 more`,
    ) as string;
    expect(complaints).toEqual(routing.tellsQuota ? [said] : []);
  });

  test("without the permission to read says what it could not look at", async () => {
    const { check, admin } = await openPreflight(under);
    const fault = { type: "error", code: routing.forbidden.code, status: 403 };
    await admin("POST", "/faults", { cloud, action: routing.actions.tables, times: 0, fault });
    const { complaints, notes } = await check();
    expect(complaints).toEqual([]);
    expect(notes?.[0]).toMatch(/Not checked by preflight: .*the route tables \(these keys may not call/);
  });

  test("of what is not known yet says so, and passes", async () => {
    const { check } = await openPreflight(under);
    const unknown = { vpcId: UNKNOWN, region: UNKNOWN } as Partial<RoutesInputs>;
    expect((await check(unknown)).notes?.[0]).toContain("their VPC or its tables are not known yet");
    const blind = { destinations: undefined, __blocks: UNKNOWN } as unknown as Partial<RoutesInputs>;
    const { complaints, notes } = await check(blind);
    expect(complaints).toEqual([]);
    expect(notes?.[0]).toContain("where the routes lead (the other VPC's blocks are not known yet)");
  });

  test("of VPCs that overlap: with routes it warns where they can lead to parts of the other, else it refuses", async () => {
    const { callerOf, sessionOf } = await openPreflight(under);
    const { accountKey, accounts } = under;
    const base = {
      cloud,
      accepter: { ...vpcs.partner, [accountKey]: accounts.b },
      __blocks: ["10.0.0.0/16"],
      preflight: true,
    };
    const inputs = { ...base, connectionId: UNKNOWN, requester: { vpcId: vpcs.hub.vpcId } };
    for (const more of [{}, { __routed: {} }]) {
      const { complaints, warnings } = await acceptance.check(
        { ...inputs, ...more },
        callerOf("overlap", sessionOf("b")),
      );
      const said = expect.stringContaining("have addresses in common: 10.0.0.0/16") as string;
      const isRefused = under.comparesBlocks === true || !("__routed" in more);
      expect(isRefused ? complaints : warnings).toEqual([said]);
      if (!isRefused) expect(complaints).toEqual([]);
    }
  });
});
