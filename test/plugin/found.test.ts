import "./door";
import { markProperty } from "../../src/model/properties";
import { exampleCloud } from "../clouds/example.cjs";
import type { CloudUnderTest } from "../contract/clouds";
import { CLOUDS, having } from "../contract/clouds";
import type { Bench } from "../contract/support";
import { failure, openBench } from "../contract/support";
import { ROUTED } from "../contract/routingBench";

const WRITES = /^(Create|Modify|Update|Delete|Accept|Reject|Tag|UnTag|Enable|Move)/;

/** A connection that somebody made in the console. */
async function made({ admin }: Bench, { cloud, vpcs }: CloudUnderTest, more: object = {}): Promise<string> {
  const ends = { requester: { vpcId: vpcs.hub.vpcId }, accepter: { vpcId: vpcs.app.vpcId } };
  const row = await admin("POST", "/peerings", {
    cloud,
    status: "active",
    name: "by-hand",
    ...ends,
    ...more,
  });
  return (row as { id: string }).id;
}

/** Brings an import into the state: what was found, after the checks that the engine makes of it. */
async function imported(hook: Bench["connection"], text: string) {
  const { id = "", props = {}, inputs = {} } = await hook.read(text, {});
  const { inputs: checked, failures } = await hook.check({}, inputs);
  expect(failures).toEqual([]);
  // The engine takes no import whose inputs would change anything.
  expect(await hook.diff(id, props, checked)).toEqual({ changes: false });
  return { id, outs: props, inputs: checked };
}

describe.each(CLOUDS)("a connection on $cloud that no state has", (under) => {
  const { region } = under.vpcs.hub;

  test.each([["by its id alone"], ["with its region"], ["with cloud and region"]])(
    "is imported %s; the next up puts our mark on it, and the one after that finds nothing to do",
    async (how) => {
      const bench = await openBench(under);
      const id = await made(bench, under);
      const text = how.includes("cloud")
        ? `${under.cloud}/${region}/${id}`
        : how.includes("region")
          ? `${region}/${id}`
          : id;
      const before = (await bench.live())[0];
      const found = await imported(bench.connection, text);
      expect(found.id).toBe(id);
      expect(found.inputs).toMatchObject({
        cloud: under.cloud,
        name: "by-hand",
        requester: { ...under.vpcs.hub, [under.accountKey]: under.accounts.a },
        accepter: { ...under.vpcs.app, [under.accountKey]: under.accounts.a },
      });
      expect((await bench.calls()).filter((action) => WRITES.test(action))).toEqual([]);

      const { connection } = bench.anew();
      const compared = await connection.diff(id, found.outs, found.inputs);
      const outs =
        compared.changes === false
          ? found.outs
          : (await connection.update(id, found.outs, found.inputs)).outs;
      expect(outs["marker"]).toMatch(/^[0-9a-f]{24}$/);
      expect(await bench.anew().connection.diff(id, outs, found.inputs)).toEqual({ changes: false });
      const marked = new Set(["updatedAt", markProperty(under.cloud)]);
      const rest = (row: object | undefined) =>
        Object.fromEntries(Object.entries(row ?? {}).filter(([name]) => !marked.has(name)));
      expect(rest((await bench.live())[0])).toEqual(rest(before));
    },
  );

  test("waits for its mark through a refresh, too", async () => {
    const bench = await openBench(under);
    const { id, outs, inputs } = await imported(bench.connection, await made(bench, under));
    const { props = {} } = await bench.anew().connection.read(id, outs);
    const { connection } = bench.anew();
    expect(await connection.diff(id, props, inputs)).toEqual(
      await bench.anew().connection.diff(id, outs, inputs),
    );
  });

  test("is not imported with the other account's keys, nor where it is not", async () => {
    const bench = await openBench(under);
    const id = await made(bench, under, { accepter: { vpcId: under.vpcs.partner.vpcId } });
    const { message } = await failure(bench.connectionByB.read(`${under.vpcs.partner.region}/${id}`, {}));
    expect(message).toContain("A Connection is imported with its requester's keys");
    expect((await failure(bench.connection.read("nothing-we-know", {}))).message).toContain("which cloud");
    expect((await failure(bench.connection.read(`a/b/c/${id}`, {}))).message).toContain("REGION/ID");
  });

  test("is not imported dead", async () => {
    const bench = await openBench(under);
    const id = await made(bench, under, {
      status: "rejected",
      accepter: { vpcId: under.vpcs.partner.vpcId },
    });
    expect((await failure(bench.connection.read(id, {}))).message).toContain("will never carry traffic");
  });
});

test.each(having("accept"))("an acceptance on $cloud is imported, and is no change", async (under) => {
  const bench = await openBench(under);
  const id = await made(bench, under, { accepter: { vpcId: under.vpcs.partner.vpcId } });
  const found = await imported(bench.acceptance, `${under.vpcs.partner.region}/${id}`);
  expect(found.inputs).toMatchObject({
    connectionId: id,
    accepter: under.vpcs.partner,
    expect: { vpcId: under.vpcs.hub.vpcId },
    decision: "accept",
  });
  expect(await bench.anew().acceptance.diff(id, found.outs, found.inputs)).toEqual({ changes: false });
});

test.each(ROUTED)("routes on $cloud are imported, and are no change", async (under) => {
  const bench = await openBench(under);
  const id = await made(bench, under);
  const rows = (await bench.admin("GET", "/routes")) as { vpcId: string; table: string; main: boolean }[];
  const main = rows.find((row) => row.vpcId === under.vpcs.hub.vpcId && row.main);
  const route = { table: main?.table, destination: "10.1.0.0/16", hop: { kind: "peering", id } };
  await bench.admin("POST", "/routes", { cloud: under.cloud, ...route });
  const found = await imported(bench.routes, `${id}/${under.vpcs.hub.vpcId}`);
  expect(found.id).toBe(`${id}/${under.vpcs.hub.vpcId}`);
  expect(found.inputs).toMatchObject({ end: "requester", destinations: ["10.1.0.0/16"], connectionId: id });
  expect(await bench.anew().routes.diff(found.id, found.outs, found.inputs)).toEqual({ changes: false });
  const { message } = await failure(bench.routes.read(`${id}/${under.vpcs.partner.vpcId}`, {}));
  expect(message).toContain("does not lead to");
});

test("an identity is nothing to import", async () => {
  const { identity } = await openBench(exampleCloud);
  expect((await failure(identity.read("x", {}))).message).toContain("there is nothing to import");
});
