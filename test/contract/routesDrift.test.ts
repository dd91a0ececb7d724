import type { RequestRow } from "../../emulator";
import { isWrite, openRoutes, said } from "./routesBench";
import { ROUTED } from "./routingBench";
import { failure } from "./support";

jest.mock("../../src/provider/engine/engineLog", () => ({
  showOnRow: (_urn: string, text: string, kind: string) => {
    if (kind !== "progress") said.push(text);
  },
}));

describe.each(ROUTED)(
  "what others do to routes on $cloud, refresh shows and the next up mends in place",
  (under) => {
    const { routing } = under;
    const { table: custom, actions, onlyRedirects = () => true } = routing;

    test("removed: written again", async () => {
      const { hub, main, remove, there } = await openRoutes(under);
      await hub.up();
      const before = await there();
      await remove(main, "10.1.0.0/16");
      await hub.refresh();
      expect(said).toEqual([
        `Removed, redirected or disabled by somebody else: ${main}: 10.1.0.0/16. The next \`pulumi up\` mends that.`,
      ]);
      expect(hub.places).toContain(`${main} 10.1.0.0/16 waiting`);
      expect(await hub.up()).toBe("update");
      expect(await there()).toEqual(before);
      expect(said.slice(1)).toEqual([`Not there yet: ${main}: 10.1.0.0/16.`]);
    });

    test("written by somebody else where a create that failed wanted it: taken over, which the row says", async () => {
      const { id, hub, main, put, fault, admin } = await openRoutes(under);
      await fault(actions.tables, { type: "error", code: "Nobody.KnowsThis", status: 400 }, { times: 0 });
      await failure(hub.up({ tables: "main", destinations: ["10.1.0.0/16"] }));
      await admin("DELETE", "/faults");
      await put(main, "10.1.0.0/16", id);
      await hub.refresh();
      expect(said).toEqual([
        `Was there already and leads through ${id}, so this stack owns it from now on: ${main}: 10.1.0.0/16.`,
      ]);
      expect(hub.places).toEqual([`${main} 10.1.0.0/16 present`]);
    });

    test("led elsewhere: led back without a gap, by the call that changes a route", async () => {
      const { hub, main, put, there, admin, reaches, other } = await openRoutes(under);
      await hub.up();
      await other.up();
      const before = await there();
      await put(main, "10.1.0.0/16", "gateway-1");
      await hub.refresh();
      expect(said[0]).toContain(`by somebody else: ${main}: 10.1.0.0/16.`);
      await admin("DELETE", "/requests");
      expect(await hub.up()).toBe("update");
      expect(await there()).toEqual(before);
      expect(await reaches()).toBe(true);
      const requests = (await admin("GET", "/requests")) as RequestRow[];
      const [write, ...more] = requests.filter(({ action }) => isWrite(action));
      expect([write?.action, more]).toEqual([actions.redirect, []]);
      expect(onlyRedirects(write?.params)).toBe(true);
    });

    test("led elsewhere by somebody who made it anew: led back", async () => {
      const { hub, main, put, remove, there } = await openRoutes(under);
      await hub.up({ tables: "main" });
      const before = await there();
      await remove(main, "10.1.0.0/16");
      await put(main, "10.1.0.0/16", "gateway-1", { description: "by hand" });
      await hub.refresh();
      await hub.up({ tables: "main" });
      expect(await there()).toEqual(before);
    });

    if (actions.enable !== undefined) {
      test("switched off: switched on", async () => {
        const { id, hub, main, put, there, newCalls } = await openRoutes(under);
        await hub.up({ tables: "main" });
        const before = await there();
        await put(main, "10.1.0.0/16", id, { status: "disabled" });
        await hub.refresh();
        expect(said[0]).toContain(`by somebody else: ${main}: 10.1.0.0/16.`);
        await newCalls();
        await hub.up({ tables: "main" });
        expect(await there()).toEqual(before);
        expect((await newCalls()).filter(isWrite)).toEqual([actions.enable]);
      });

      test("switched off, and led elsewhere by a route of its own: an error that names it", async () => {
        const { hub, main, put, remove, there, id } = await openRoutes(under);
        await hub.up({ tables: "main", destinations: ["10.1.0.0/16"] });
        await remove(main, "10.1.0.0/16");
        await put(main, "10.1.0.0/16", "gateway-1", { status: "disabled" });
        await hub.refresh();
        await hub.up({ tables: "main", destinations: ["10.1.0.0/16"] });
        expect(await there()).toContain(`${main} 10.1.0.0/16 ${id}`);
        expect(await there()).toContain(`${main} 10.1.0.0/16 gateway-1 disabled`);
        await hub.destroy();
        expect(await there()).toEqual([`${main} 10.1.0.0/16 gateway-1 disabled`]);
      });
    }

    test("a new table: told, and written", async () => {
      const { hub, admin, there } = await openRoutes(under);
      const { vpcId } = under.vpcs.hub;
      await hub.up();
      const before = (await there()).length;
      await admin("PATCH", `/vpcs/${vpcId}`, { tables: [{ id: custom }, { id: routing.nowhere }] });
      await hub.refresh();
      expect(said).toEqual([
        `New since the last \`pulumi up\`: ${routing.nowhere}: 10.1.0.0/16, 10.101.0.0/16. The next one writes these routes.`,
      ]);
      expect(await hub.up()).toBe("update");
      expect((await there()).length).toBe(before + 2);
    });

    test("a table that is gone: out of the state, and nothing is missed", async () => {
      const { hub, admin, there } = await openRoutes(under);
      await hub.up();
      await admin("PATCH", `/vpcs/${under.vpcs.hub.vpcId}`, { tables: [], subnets: [] });
      await hub.refresh();
      expect(hub.places).toHaveLength(2);
      expect(await hub.up()).toBe("nothing");
      expect(await there()).toHaveLength(2);
    });

    test("a table that is named, and gone: told, and an error of the next up, until the program is corrected", async () => {
      const { hub, main, admin, there } = await openRoutes(under);
      const named = { tables: [main, custom] };
      await hub.up(named);
      await admin("PATCH", `/vpcs/${under.vpcs.hub.vpcId}`, { tables: [], subnets: [] });
      await hub.refresh();
      const isNone = `${custom} is no route table of ${under.vpcs.hub.vpcId} that can hold such routes.`;
      expect(said).toEqual([`${isNone} Correct \`tables\`.`]);
      expect(hub.places).toContain(`${custom} 10.1.0.0/16 waiting`);
      expect((await failure(hub.up(named))).message).toContain(`${isNone} Correct \`tables\`.`);
      expect(await hub.up({ tables: [main] })).toBe("update");
      expect(hub.places.every((place) => place.startsWith(main) && place.endsWith("present"))).toBe(true);
      expect(await there()).toHaveLength(2);
    });

    test("a new block of the other VPC: written once the connection's refresh has seen it", async () => {
      const { hub, there } = await openRoutes(under);
      await hub.up({ tables: "main" });
      await hub.refresh();
      const blocks = ["10.1.0.0/16", "10.101.0.0/16"];
      expect(await hub.up({ tables: "main", __blocks: [blocks[0]] })).toBe("update");
      expect(await there()).toHaveLength(1);
      expect(await hub.up({ tables: "main", __blocks: blocks })).toBe("update");
      expect(await there()).toHaveLength(2);
    });

    test("all tables gone, as with the VPC: the routes leave the state", async () => {
      const { hub, fault } = await openRoutes(under);
      await hub.up();
      const none = {
        RouterTableList: { RouterTableListType: [] },
        TotalCount: 0,
        Response: { RouteTableSet: [], TotalCount: 0, RequestId: "r" },
        routetables: [],
      };
      // Each cloud reads its own part of it.
      const gone = { type: "body", status: 200, body: JSON.stringify(none) };
      await fault(actions.tables, gone, { times: 0 });
      await hub.refresh();
      expect(hub.state).toBeUndefined();
      expect(said).toEqual([`${under.vpcs.hub.vpcId} has no route tables any more that these keys can see.`]);
    });

    test("a place that was never ours, and is somebody else's once it is wanted: an error, and it stays", async () => {
      const { hub, main, admin, put, there } = await openRoutes(under);
      await hub.up();
      const { vpcId } = under.vpcs.hub;
      await admin("PATCH", `/vpcs/${vpcId}`, { tables: [{ id: custom }, { id: routing.nowhere }] });
      await put(routing.nowhere, "10.1.0.0/16", "gateway-1");
      await hub.refresh();
      expect(hub.places).toContain(`${routing.nowhere} 10.1.0.0/16 waiting`);
      const before = await there();
      for (let round = 0; round < 2; round++) {
        const { message } = await failure(hub.up());
        expect(message).toContain(`in ${routing.nowhere}, 10.1.0.0/16 leads to`);
        expect(await there()).toEqual(before);
        await hub.refresh();
      }
      // What was ours is so still, whatever has failed since.
      await put(main, "10.1.0.0/16", "gateway-2");
      await hub.refresh();
      await failure(hub.up());
      await admin("PATCH", `/vpcs/${vpcId}`, { tables: [{ id: custom }] });
      await hub.up();
      expect(await there()).toEqual(before.filter((line) => !line.startsWith(routing.nowhere)));
    });

    test("a refresh of many on one VPC reads its tables once", async () => {
      const { hub, anew, newCalls } = await openRoutes(under);
      await hub.up();
      const state = hub.state;
      if (state === undefined) throw new Error("there is no state");
      await newCalls();
      const { routes } = anew();
      await Promise.all(Array.from({ length: 20 }, () => routes.read(state.id, state.outs)));
      const calls = await newCalls();
      expect(calls.filter((action) => action === actions.tables)).toHaveLength(1);
      expect(calls.length).toBeLessThanOrEqual(3);
    });
  },
);
