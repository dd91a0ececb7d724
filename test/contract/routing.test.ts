import { vpcIdOf } from "../../tools/clouds/world.cjs";
import { blocks, changeOf, openRouting, ROUTED, routeTo, vpcsOf } from "./routingBench";
import { failure } from "./support";

test.each(ROUTED)(
  "on $cloud the blocks of all VPCs of a region are those of each, of IPv4",
  async (under) => {
    const numbered = (n: number) => vpcIdOf(under, 1000 + n);
    const many = Array.from({ length: 130 }, (_, n) => ({
      vpcId: numbered(n),
      region: under.vpcs.hub.region,
      cidrBlocks: [`10.200.${n}.0/24`],
      [under.ownerKey]: under.accounts.a,
    }));
    const bench = await openRouting(under, {}, [...vpcsOf(under), ...many]);
    const { verbs, verbsOfB, context, hub } = bench;
    const { partner } = under.vpcs;
    const all = await verbs.blocksOfAll(hub, context());
    expect([...all.keys()].sort()).toEqual(
      [hub.vpcId, under.vpcs.app.vpcId, ...many.map(({ vpcId }) => vpcId)].sort(),
    );
    expect(all.get(numbered(129))).toEqual(["10.200.129.0/24"]);
    expect(all.get(hub.vpcId)).toEqual(await verbs.blocks({ ...hub, ipv6: false }, context()));
    expect([...(await verbsOfB.blocksOfAll(partner, context())).keys()]).toEqual([partner.vpcId]);
  },
);

describe.each(ROUTED)("the tables of a VPC on $cloud", (under) => {
  const { routing, vpcs } = under;
  const [first, second] = routing.connections;

  test("are all there, main and custom, with what leads through connections and elsewhere, and nothing local", async () => {
    const { main, custom, admin, verbs, context, hub } = await openRouting(under);
    const { id } = await main();
    const post = (table: string, destination: string, hop: object, more: object = {}) =>
      admin("POST", "/routes", { cloud: under.cloud, table, destination, hop, ...more });
    await post(id, "10.1.0.0/16", { kind: "peering", id: first }, { description: "by hand" });
    await post(id, "0.0.0.0/0", { kind: "other", id: "gateway-1" });
    await post(routing.table, "10.8.0.0/16", { kind: "peering", id: second });

    expect((await verbs.tables(hub, context())).map(({ isMain }) => isMain).sort()).toEqual([false, true]);
    const { routes } = await main();
    expect(routes).toHaveLength(2);
    expect(routeTo(await main(), "10.1.0.0/16")).toMatchObject({
      hop: { kind: "peering", id: first },
      state: "present",
      description: "by hand",
    });
    const other = routeTo(await main(), "0.0.0.0/0");
    expect(other).toMatchObject({ hop: { kind: "other", id: "gateway-1" } });
    expect(other.hop.word).not.toBe("");
    expect(other).not.toHaveProperty("description");
    expect((await custom()).routes.map(({ hop }) => hop.id)).toEqual([second]);
  });

  test("say how many subnets go by each, and what the cloud itself keeps inside", async () => {
    const { main, custom } = await openRouting(under);
    expect(await main()).toMatchObject({ subnets: 2 });
    const { subnets, local } = await custom();
    expect(subnets).toBe(1);
    // Where all of the VPC stays inside, no route says so.
    if (!under.routing.showsLocal) expect(local).toEqual([]);
    else expect(local).toEqual(expect.arrayContaining(["10.0.1.0/24", "10.0.2.0/24", "10.100.1.0/24"]));
  });

  test("are none with keys that see no such VPC", async () => {
    const { verbs, verbsOfB, context, hub } = await openRouting(under);
    expect(await verbsOfB.tables(hub, context())).toEqual([]);
    expect(await verbs.tables({ ...hub, vpcId: `${hub.vpcId.slice(0, -1)}9` }, context())).toEqual([]);
  });

  test("are read to the end, however many there are, and so are their routes", async () => {
    const ids = Array.from({ length: 120 }, (_, n) => routing.table.slice(0, -3) + String(n + 100));
    const routes = blocks(130).map((destinationCidr) => ({ destinationCidr, nextHopId: first }));
    const [hubVpc, ...others] = vpcsOf(under);
    const tables = [{ id: routing.table }, ...ids.map((id) => ({ id }))];
    const bench = await openRouting(under, {}, [{ ...hubVpc, tables, routes }, ...others]);
    const read = await bench.verbs.tables(bench.hub, bench.context());
    expect(new Set(read.map(({ id }) => id)).size).toBe(122);
    expect((await bench.main()).routes.map(({ destination }) => destination).sort()).toEqual(
      blocks(130).sort(),
    );
  });

  test("are not believed to be none where the answer makes no sense, or the gateway knows no such call", async () => {
    const { main, fault } = await openRouting(under);
    await fault(routing.actions.tables, { type: "body", status: 200, body: '{"Response":{}}' }, { times: 0 });
    expect(await failure(main())).toMatchObject({ kind: "transient", facts: { executed: "unknown" } });
  });

  test("a refusal to read names the permission", async () => {
    const { main, fault } = await openRouting(under);
    await fault(routing.actions.tables, { type: "error", code: routing.forbidden.code });
    const { message } = await failure(main());
    expect(message).toContain(`docs/${under.cloud}.md`);
    expect(message).toMatch(/`vpc:\w+/);
  });

  test("blocks: secondary ones always, of IPv6 if they are asked for, each once and in canonical form", async () => {
    const { verbs, verbsOfB, context } = await openRouting(under);
    const app = { ...vpcs.app, ipv6: false };
    expect(await verbs.blocks(app, context())).toEqual(["10.1.0.0/16", "10.101.0.0/16"]);
    const ofIpv6 = routing.subnetsHaveIpv6
      ? ["2001:db8:1:1::/64", "2001:db8:1:100::/64"]
      : ["2001:db8:1::/56", "2001:db8:1:100::/56"];
    const all = await verbs.blocks({ ...app, ipv6: true }, context());
    expect(all?.slice(0, 2)).toEqual(["10.1.0.0/16", "10.101.0.0/16"]);
    expect(all?.slice(2).sort()).toEqual([...ofIpv6].sort());
    expect(await verbsOfB.blocks(app, context())).toBeUndefined();
    expect(await verbs.blocks({ ...vpcs.partner, ipv6: true }, context())).toBeUndefined();
  });

  test("blocks are asked for each time: a VPC may get one meanwhile", async () => {
    const { verbs, context, admin } = await openRouting(under);
    const app = { ...vpcs.app, ipv6: false };
    await verbs.blocks(app, context());
    await admin("PATCH", `/vpcs/${app.vpcId}`, { secondaryCidrBlocks: ["10.101.0.0/16", "10.102.0.0/16"] });
    expect(await verbs.blocks(app, context())).toEqual(["10.1.0.0/16", "10.101.0.0/16", "10.102.0.0/16"]);
  });
});

describe.each(ROUTED)("a write on $cloud", (under) => {
  const { routing } = under;
  const { actions } = routing;
  const [first] = routing.connections;

  test("adds one route, which is there with its description", async () => {
    const { write, main, to, there, calls } = await openRouting(under);
    const { refused, table } = await write({ add: [to("10.1.0.0/16", "mine")] });
    expect(refused).toEqual([]);
    expect(await calls()).toEqual([actions.add]);
    expect(await there()).toEqual([`10.1.0.0/16 ${first} available`]);
    expect(routeTo(await main(), "10.1.0.0/16").description).toBe("mine");
    expect(table === undefined).toBe(!routing.answersTable);
    if (table !== undefined) expect(table).toEqual(await main());
  });

  test("adds many in as few calls as there can be, and removes them again", async () => {
    const { write, main, to, there, calls } = await openRouting(under, routing.noQuotas);
    const all = blocks(120);
    expect(await write({ add: all.map((block) => to(block)) })).toMatchObject({ refused: [] });
    expect(await calls()).toEqual(
      Array.from({ length: Math.ceil(120 / routing.addedAtOnce) }, () => actions.addMany),
    );
    expect(await there()).toEqual(all.map((block) => `${block} ${first} available`).sort());
    expect(await write({ remove: (await main()).routes })).toMatchObject({ refused: [] });
    expect(await there()).toEqual([]);
    expect(await calls()).toContain(actions.removeMany);
  });

  test("to the table that it names alone", async () => {
    const { verbs, context, hub, to, rows } = await openRouting(under);
    const change = { ...changeOf(routing.table), add: [to("10.1.0.0/16"), to("10.101.0.0/16")] };
    await verbs.write({ ...hub, change }, context());
    expect((await rows()).map(({ table }) => table)).toEqual([routing.table, routing.table]);
  });

  test("of nothing makes no call", async () => {
    const { write, calls } = await openRouting(under);
    expect(await write({})).toEqual({ refused: [] });
    expect(await calls()).toEqual([]);
  });

  test("leads routes elsewhere in place: they are never away", async () => {
    const { write, main, to, there, rows, admin } = await openRouting(under);
    const { id: table } = await main();
    const hop = { kind: "other", id: "gateway-1" };
    for (const destination of ["10.1.0.0/16", "10.101.0.0/16"])
      await admin("POST", "/routes", { cloud: under.cloud, table, destination, hop });
    const before = (await rows()).map(({ id }) => id);
    const { routes } = await main();
    const redirect = routes.map((route) => ({ route, to: to(route.destination) }));
    expect(await write({ redirect })).toMatchObject({ refused: [] });
    expect(await there()).toEqual([`10.1.0.0/16 ${first} available`, `10.101.0.0/16 ${first} available`]);
    expect((await rows()).map(({ id }) => id)).toEqual(before);
    expect(await write({ redirect })).toMatchObject({ refused: [] });
  });

  test("does all kinds of things at once, where it has to make room first", async () => {
    const { write, main, to, there, admin } = await openRouting(under, routing.quota(3));
    const { id: table } = await main();
    await write({ add: [to("10.1.1.0/24"), to("10.1.2.0/24")] });
    const hop = { kind: "other", id: "gateway-1" };
    await admin("POST", "/routes", { cloud: under.cloud, table, destination: "10.1.3.0/24", hop });
    const now = await main();
    const { refused } = await write({
      add: [to("10.1.4.0/24"), to("10.1.5.0/24")],
      redirect: [{ route: routeTo(now, "10.1.3.0/24"), to: to("10.1.3.0/24") }],
      remove: [routeTo(now, "10.1.1.0/24"), routeTo(now, "10.1.2.0/24")],
    });
    expect(refused).toEqual([]);
    expect(await there()).toEqual([3, 4, 5].map((n) => `10.1.${n}.0/24 ${first} available`));
  });

  if (actions.enable !== undefined)
    test("switches routes on that somebody has switched off, also by leading them here", async () => {
      const { write, main, to, there, admin } = await openRouting(under);
      const { id: table } = await main();
      const post = (destination: string, hop: object) =>
        admin("POST", "/routes", { cloud: under.cloud, table, destination, hop, status: "disabled" });
      await post("10.1.0.0/16", { kind: "peering", id: first });
      await post("10.101.0.0/16", { kind: "other", id: "gateway-1" });
      const now = await main();
      expect(now.routes.map(({ state }) => state)).toEqual(["disabled", "disabled"]);
      const { refused } = await write({
        enable: [routeTo(now, "10.1.0.0/16")],
        redirect: [{ route: routeTo(now, "10.101.0.0/16"), to: to("10.101.0.0/16") }],
      });
      expect(refused).toEqual([]);
      expect(await there()).toEqual([`10.1.0.0/16 ${first} available`, `10.101.0.0/16 ${first} available`]);
    });

  test("of IPv6 works as well, and is read in canonical form", async () => {
    const { write, main, to, there } = await openRouting(under);
    const add = [to("2001:DB8:1:0:0:0:0:0/64"), to("2001:db8:1:1::/64"), to("10.1.0.0/16")];
    expect(await write({ add })).toMatchObject({ refused: [] });
    const { routes } = await main();
    expect(routes.map(({ destination }) => destination).sort()).toEqual([
      "10.1.0.0/16",
      "2001:db8:1:1::/64",
      "2001:db8:1::/64",
    ]);
    await write({ remove: routes });
    expect(await there()).toEqual([]);
  });
});
