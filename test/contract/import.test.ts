import { startEmulator } from "../../emulator";
import { compose } from "../../src/cli/import/compose";
import { ownEnd, RoutesReader } from "../../src/cli/import/read";
import type { Found } from "../../src/cli/kit/search";
import { search } from "../../src/cli/kit/search";
import { cloudModule } from "../../src/provider/clouds/registry";
import { SILENT } from "../../src/provider/lifecycle/work";
import { adminOf } from "../../tools/stack/admin.cjs";
import { ROUTED } from "./routingBench";

describe.each(ROUTED)("on $cloud", (under) => {
  const { cloud, settings, vpcs, routing, accounts } = under;
  const [id] = routing.connections;

  /** An emulator with an active connection from the hub to another VPC, and a route of the hub's through it. */
  async function opened() {
    const emulator = await startEmulator({ world: under.world });
    const admin = adminOf(emulator.url);
    const ends = { requester: { vpcId: vpcs.hub.vpcId }, accepter: { vpcId: vpcs.app.vpcId } };
    await admin("POST", "/peerings", { cloud, id, status: "active", name: "hub-app", ...ends });
    const rows = (await admin("GET", "/routes")) as { vpcId: string; table: string; main: boolean }[];
    const main = rows.find((row) => row.vpcId === vpcs.hub.vpcId && row.main);
    const route = { table: main?.table, destination: "10.1.0.0/16", hop: { kind: "peering", id } };
    await admin("POST", "/routes", { cloud, ...route });
    const given: Record<string, unknown> = { ...settings.a, endpoint: emulator.url };
    const place = {
      cloud,
      settings: (key: string): unknown => given[key.replace(`${cloud}:`, "")],
      keys: "account A",
      regions: [vpcs.hub.region],
    };
    return { place, admin, close: () => emulator.close() };
  }

  const programOf = async (found: readonly Found[], reader: RoutesReader) => {
    const connections = await Promise.all(
      found.map(async (one) => ({ peering: one.peering, own: ownEnd(one), routes: await reader.of(one) })),
    );
    const { complaints } = await cloudModule(cloud);
    const held = { names: new Map<string, string>(), marks: new Set<string>() };
    return compose({
      cloud,
      complaints,
      held,
      connections,
      configured: [],
      hasBlock: false,
      unread: reader.failures,
    }).program;
  };

  test("a connection and the routes of its VPCs are read, and nothing is written", async () => {
    const { place, admin, close } = await opened();
    try {
      const { found } = await search([place], SILENT);
      const reader = new RoutesReader();
      const { declarations } = await programOf(found, reader);
      expect(reader.failures).toEqual([]);
      expect(declarations.map(({ name }) => name)).toEqual(["hub-app"]);
      expect(declarations[0]?.args).toMatchObject({ adopt: id, requester: { routes: {} } });
      expect(declarations[0]?.args["accepter"]).not.toHaveProperty("routes");
      const log = (await admin("GET", "/requests")) as { action: string; account: string }[];
      expect(log.filter(({ action }) => !/^(Get|List|Describe|Show|KeystoneList)/.test(action))).toEqual([]);
      expect(new Set(log.map(({ account }) => account).filter(Boolean))).toContain(accounts.a);
    } finally {
      await close();
    }
  });

  test("route tables that these keys may not read are told, and the connection is declared without routes", async () => {
    const { place, admin, close } = await opened();
    try {
      const refusal = { type: "error", status: 403, code: routing.forbidden.code };
      await admin("POST", "/faults", { cloud, action: routing.actions.tables, times: 0, fault: refusal });
      const { found } = await search([place], SILENT);
      const reader = new RoutesReader();
      const { declarations, ending } = await programOf(found, reader);
      expect(JSON.stringify(declarations)).not.toContain('"routes"');
      expect(reader.failures).toHaveLength(2);
      expect(reader.failures[0]).toContain(`The routes of ${vpcs.hub.vpcId} through ${id}: `);
      expect(reader.failures[0]).toContain(routing.forbidden.code);
      expect(ending).toEqual(reader.failures.map((sentence) => `Not read: ${sentence}`));
    } finally {
      await close();
    }
  });
});
