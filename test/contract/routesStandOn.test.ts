import { isWrite, openRoutes, said } from "./routesBench";
import { ROUTED } from "./routingBench";
import { failure, keysOfB } from "./support";

jest.mock("../../src/provider/engine/engineLog", () => ({
  showOnRow: (_urn: string, text: string, kind: string) => {
    if (kind !== "progress") said.push(text);
  },
}));

describe.each(ROUTED)("routes and what they stand on, on $cloud", (under) => {
  test("they wait for the acceptance of their connection, which the row says, and are written by a later up", async () => {
    const { id, hub, other, acceptance, acceptanceOf, there, reaches, newCalls } = await openRoutes(under, {
      isCross: true,
    });
    await newCalls();
    await hub.up({ tables: "main" });
    expect((await newCalls()).filter(isWrite)).toEqual([]);
    expect(hub.places).toMatchObject([expect.stringMatching(/ 10\.8\.0\.0\/16 waiting$/)]);
    expect(said).toEqual([
      `The routes wait until connection ${id} is accepted. The next \`pulumi up\` after that writes them.`,
    ]);
    await hub.refresh();
    expect(said).toHaveLength(1);
    expect(await there()).toEqual([]);

    await acceptance.create(acceptanceOf(id));
    expect(await hub.up()).toBe("update");
    await other.up();
    expect(hub.places.every((place) => place.endsWith("present"))).toBe(true);
    expect(await reaches()).toBe(true);
    expect(await hub.up()).toBe("nothing");
  });

  test("a place that somebody takes while they wait is an error that says where it leads, and stays his", async () => {
    const { id, hub, main, put, acceptance, acceptanceOf, there } = await openRoutes(under, {
      isCross: true,
    });
    await hub.up({ tables: "main" });
    await put(main, "10.8.0.0/16", "gateway-1");
    await hub.refresh();
    await acceptance.create(acceptanceOf(id));
    const { message } = await failure(hub.up({ tables: "main" }));
    expect(message).toContain(`in ${main}, 10.8.0.0/16 leads to`);
    await hub.destroy();
    expect(await there()).toEqual([`${main} 10.8.0.0/16 gateway-1`]);
  });

  test("without an acceptance they are removed as well: there are none", async () => {
    const { hub, there } = await openRoutes(under, { isCross: true });
    await hub.up();
    await hub.destroy();
    expect(await there()).toEqual([]);
  });

  test("a connection that is gone is an error, and nothing is written", async () => {
    const { id, hub, admin, there } = await openRoutes(under);
    await admin("DELETE", `/peerings/${id}`);
    const { message } = await failure(hub.up());
    expect(message).toContain(`Connection ${id} does not exist any more`);
    expect(await there()).toEqual([]);
  });

  test("with another account's keys nothing is written, believed to be gone, or removed", async () => {
    const { hub, routesByB, there, newCalls } = await openRoutes(under);
    await hub.up({ tables: "main" });
    const before = await there();
    const state = hub.state;
    if (state === undefined) throw new Error("there is no state");
    const inputs = await hub.declared({ tables: "main" });
    await newCalls();
    for (const hook of [
      () => routesByB.create(inputs),
      () => routesByB.update(state.id, state.outs, { ...inputs, tables: "all" }),
      () => routesByB.read(state.id, state.outs),
      () => routesByB.delete(state.id, state.outs),
    ]) {
      const { message, reasons } = await failure(hook());
      expect(message + String(reasons)).toContain(keysOfB(under));
    }
    expect((await newCalls()).filter(isWrite)).toEqual([]);
    expect(await there()).toEqual(before);
  });

  test("keys that may not write say which action they lack, and where the docs have it", async () => {
    const { code, words } = under.routing.forbidden;
    const { hub, there, fault } = await openRoutes(under);
    const { add, addMany } = under.routing.actions;
    for (const action of new Set([add, addMany]))
      await fault(action, { type: "error", code, status: 403 }, { times: 0 });
    const { message, id, properties } = await failure(
      hub.up({ tables: "main", destinations: ["10.1.0.0/16"] }),
    );
    expect(message).toContain(`Allow these keys \`${words}\``);
    expect(message).toContain(`see "With routes" in docs/${under.cloud}.md`);
    expect(await there()).toEqual([]);
    // What may have been written is gone on with.
    expect([id, properties?.["connectionId"]]).toEqual([hub.state?.id, hub.state?.outs["connectionId"]]);
  });

  test("keys that expire midway leave what they have written in the state", async () => {
    const { add, addMany } = under.routing.actions;
    const { hub, there, fault, admin } = await openRoutes(under);
    const expired = { type: "error", ...under.expired };
    for (const action of new Set([add, addMany])) await fault(action, expired, { times: 0, after: 1 });
    const { id } = await failure(hub.up());
    expect(await there()).toHaveLength(2);
    expect(hub.state?.id).toBe(id);
    expect(id).toBeDefined();
    await admin("DELETE", "/faults");
    await hub.destroy();
    expect(await there()).toEqual([]);
  });
});
