import { ownerOf } from "../../src/model/owner";
import { routeMark } from "../../src/provider/clouds/kit/markerTag";
import { isWrite, openRoutes, said } from "./routesBench";
import { ROUTED } from "./routingBench";
import { failure } from "./support";

jest.mock("../../src/provider/engine/engineLog", () => ({
  showOnRow: (_urn: string, text: string, kind: string) => {
    if (kind !== "progress") said.push(text);
  },
}));

describe.each(ROUTED)("the life of routes on $cloud", (under) => {
  const { routing } = under;
  const { table: custom, actions } = routing;

  test("written in all tables on both sides, found unchanged without a call, removed", async () => {
    const { id, hub, other, main, there, all, reaches, newCalls } = await openRoutes(under);
    expect(await reaches()).toBe(false);
    expect([await hub.up(), await other.up()]).toEqual(["create", "create"]);
    const wanted = [main, custom]
      .flatMap((table) => [`${table} 10.1.0.0/16`, `${table} 10.101.0.0/16`])
      .sort();
    expect(await there()).toEqual(wanted.map((place) => `${place} ${id}`));
    expect(hub.places).toEqual(wanted.map((place) => `${place} present`));
    expect(await reaches()).toBe(true);
    expect(said).toEqual([]);

    await newCalls();
    expect([await hub.up(), await other.up()]).toEqual(["nothing", "nothing"]);
    expect(await newCalls()).toEqual([]);
    await hub.refresh();
    expect((await newCalls()).filter(isWrite)).toEqual([]);
    expect(await hub.up()).toBe("nothing");
    expect(said).toEqual([]);

    await hub.destroy();
    await other.destroy();
    expect(await all()).toEqual([]);
  });

  test("in a process that knows nothing of a killed one, they are found again, and nobody is told", async () => {
    const { hub, stateless, there, newCalls } = await openRoutes(under);
    await hub.up();
    const before = await there();
    await newCalls();
    const second = stateless();
    await second.up();
    expect([await there(), second.places]).toEqual([before, hub.places]);
    expect((await newCalls()).filter(isWrite)).toEqual([]);
    expect(said).toEqual([]);
  });

  test("what a killed process has left of others than are declared now goes", async () => {
    const { id, hub, stateless, main, there } = await openRoutes(under);
    await hub.up();
    await stateless().up({ tables: "main", destinations: ["10.1.0.0/16"] });
    expect(await there()).toEqual([`${main} 10.1.0.0/16 ${id}`]);
  });

  test("an equal route of somebody else's is taken over, which the row says; then it goes with the others", async () => {
    const { id, hub, main, put, there } = await openRoutes(under);
    await put(main, "10.1.0.0/16", id);
    await hub.up({ tables: "main" });
    expect(said).toEqual([
      `Was there already and leads through ${id}, so this stack owns it from now on: ${main}: 10.1.0.0/16.`,
    ]);
    await hub.destroy();
    expect(await there()).toEqual([]);
  });

  test("a place that leads elsewhere is an error that says where, and nothing is written", async () => {
    const { hub, main, put, there, newCalls } = await openRoutes(under);
    await put(main, "10.101.0.0/16", "gateway-1");
    await newCalls();
    const { message, id } = await failure(hub.up());
    expect(message).toMatch(
      new RegExp(
        `^Cannot write the routes of ${under.vpcs.hub.vpcId} through .*: Of .*, 1 is taken: in ${main}, 10.101.0.0/16 leads to \\S+ gateway-1`,
      ),
    );
    expect(message).toContain(
      "Nothing was written. A destination leads to one place: remove the route in the way",
    );
    expect(id).toBeUndefined();
    expect(await there()).toEqual([`${main} 10.101.0.0/16 gateway-1`]);
    expect((await newCalls()).filter(isWrite)).toEqual([]);

    await hub.up({ exclude: ["10.101.0.0/16"] });
    expect(await there()).toHaveLength(3);
  });

  test("a place that another peering of this stack has is an error that says how to let it go first", async () => {
    const { hub, main, put } = await openRoutes(under);
    const [, elsewhere] = routing.connections;
    const hint = "run `pulumi up` once without this one";
    for (const [stack, isTold] of [
      ["dev", true],
      ["prod", false],
    ] as const) {
      const urn = `urn:pulumi:${stack}::story::vpc-peering:index:VpcPeering::old`;
      const description = routeMark(ownerOf({ urn }).marker);
      await put(main, "10.1.0.0/16", elsewhere, { description });
      const { message } = await failure(hub.up());
      expect(message).toContain(`in ${main}, 10.1.0.0/16 leads to connection ${elsewhere}`);
      expect(message.includes(hint)).toBe(isTold);
    }
  });

  test("a place that becomes wanted, and leads elsewhere, fails an update; what was there stays", async () => {
    const { id, hub, main, put, there } = await openRoutes(under);
    await hub.up({ tables: "main", destinations: ["10.1.0.0/16"] });
    await put(main, "10.101.0.0/16", "gateway-1");
    const before = await there();
    const { message } = await failure(hub.up({ tables: "main", destinations: ["10.101.0.0/16"] }));
    expect(message).toContain("10.101.0.0/16 leads to");
    expect(await there()).toEqual(before);
    expect(before).toContain(`${main} 10.1.0.0/16 ${id}`);
    // How far a failed update came is not known, so the next one looks.
    expect(await hub.up({ tables: "main", destinations: ["10.1.0.0/16"] })).toBe("update");
    expect(await there()).toEqual(before);
    expect(await hub.up({ tables: "main", destinations: ["10.1.0.0/16"] })).toBe("nothing");
  });

  test("tables, destinations and what is excluded change in place; the others are not touched", async () => {
    const { id, hub, main, there, newCalls } = await openRoutes(under);
    const places = async (...of: string[]): Promise<void> => {
      expect(await there()).toEqual(of.map((place) => `${place} ${id}`).sort());
    };
    await hub.up({ tables: "main" });
    await places(`${main} 10.1.0.0/16`, `${main} 10.101.0.0/16`);
    expect(await hub.up({ tables: [custom, main], exclude: ["10.101.0.0/16"] })).toBe("update");
    await places(`${main} 10.1.0.0/16`, `${custom} 10.1.0.0/16`);
    await newCalls();
    expect(await hub.up({ tables: [custom], destinations: ["10.1.0.0/24", "10.1.0.0/16"] })).toBe("update");
    await places(`${custom} 10.1.0.0/16`, `${custom} 10.1.0.0/24`);
    expect((await newCalls()).filter(isWrite).sort()).toEqual([actions.add, actions.remove].sort());
    expect(await hub.up({ tables: "all", destinations: [] })).toBe("update");
    await places();
    expect(await hub.up({ tables: "all" })).toBe("update");
    expect(await there()).toHaveLength(4);
  });

  test("a table that is not there is named, and nothing is written", async () => {
    const { hub, main, there } = await openRoutes(under);
    const { message } = await failure(hub.up({ tables: [main, routing.nowhere] }));
    expect(message).toContain(`${routing.nowhere} is no route table of ${under.vpcs.hub.vpcId}`);
    expect(message).toContain("Correct `tables`.");
    expect(await there()).toEqual([]);
    await hub.up({ tables: [main] });
    expect(await there()).toHaveLength(2);
  });

  test("IPv6 is routed if it is asked for", async () => {
    const { hub, there } = await openRoutes(under);
    const more = {
      __blocks: ["10.1.0.0/16", "2001:db8:1:1::/64"],
      __own: ["10.0.0.0/16", "2001:db8:0:1::/64"],
      tables: "main",
    };
    await hub.up(more);
    expect(await there()).toHaveLength(1);
    expect(await hub.up({ ...more, ipv6: true })).toBe("update");
    expect((await there()).map((line) => line.split(" ")[1])).toEqual(["10.1.0.0/16", "2001:db8:1:1::/64"]);
    await hub.destroy();
    expect(await there()).toEqual([]);
  });

  test("delete leaves what others wrote, also through the connection, unless it bears our mark", async () => {
    const { id, hub, main, put, there } = await openRoutes(under);
    await hub.up({ tables: "main" });
    await put(main, "10.1.7.0/24", id);
    await put(custom, "10.1.0.0/16", id, { description: "by hand" });
    await put(custom, "10.101.0.0/16", "gateway-1");
    await hub.destroy();
    expect(await there()).toEqual(
      [
        `${custom} 10.1.0.0/16 ${id}`,
        `${custom} 10.101.0.0/16 gateway-1`,
        `${main} 10.1.7.0/24 ${id}`,
      ].sort(),
    );
  });

  test("delete leaves a route of ours that somebody has led elsewhere", async () => {
    const { hub, main, put, there } = await openRoutes(under);
    await hub.up({ tables: "main" });
    await put(main, "10.1.0.0/16", "gateway-1");
    await hub.destroy();
    expect(await there()).toEqual([`${main} 10.1.0.0/16 gateway-1`]);
  });

  test("a delete that is repeated, and one of what is gone, is as good as done", async () => {
    const { hub, admin, id, there } = await openRoutes(under);
    await hub.up();
    const { state } = hub;
    await hub.destroy();
    hub.state = state;
    await hub.destroy();
    await admin("DELETE", `/peerings/${id}`);
    hub.state = state;
    await hub.destroy();
    expect(await there()).toEqual([]);
  });

  test("a replaced connection takes its routes along: the old ones go first", async () => {
    const { hub, connection, id, routes, sameAccount, there } = await openRoutes(under);
    await hub.up({ tables: "main" });
    const old = hub.state;
    if (old === undefined) throw new Error("there is no state");
    const answer = await hub.declared({ connectionId: routing.connections[1] });
    expect(await routes.diff(old.id, old.outs, answer)).toEqual({
      replaces: ["connectionId"],
      deleteBeforeReplace: true,
    });
    await hub.destroy();
    await connection.delete(id, (await connection.create(sameAccount())).outs);
    const next = await connection.create(sameAccount());
    await hub.up({ tables: "main", connectionId: next.id });
    expect((await there()).map((line) => line.split(" ")[2])).toEqual([next.id, next.id]);
  });
});

/** The clouds on which a write of routes goes on after its answer. */
const ASYNCHRONOUS = ROUTED.filter(({ routing }) => routing.isAsynchronous);

test.each(ASYNCHRONOUS)(
  "on $cloud, which works on a route for a while, an end is reached when all of it is in force",
  async (under) => {
    const { hub, other, main, id, there, reaches, newCalls } = await openRoutes(under, {
      world: { timings: { routeMs: 1_500 } },
    });
    await Promise.all([hub.up(), other.up()]);
    expect(await reaches()).toBe(true);
    await hub.up({ tables: "main", destinations: ["10.1.0.0/24", "10.1.0.0/16"] });
    expect(await there()).toEqual([`${main} 10.1.0.0/16 ${id}`, `${main} 10.1.0.0/24 ${id}`]);
    await newCalls();
    await hub.destroy();
    expect(await there()).toEqual([]);
    // The VPC is free again, too, before its connection is deleted.
    expect((await newCalls()).filter(isWrite)).toEqual([under.routing.actions.removeMany]);
  },
);
