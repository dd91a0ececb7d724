// Routes by the official SDK for Node.js. Usage: node routes.mjs FOLDER URL, with the folder that has the SDK, and the
// emulator. A line of JSON for each check.

import { deepEqual, equal } from "node:assert/strict";
import { createRequire } from "node:module";
import { join } from "node:path";

const [, , folder = "", url = ""] = process.argv;
const require = createRequire(join(folder, "index.js"));
const { BasicCredentials } = require("@huaweicloud/huaweicloud-sdk-core");
const vpc = require("@huaweicloud/huaweicloud-sdk-vpc/v2/public-api");

/** @typedef {Record<string, any>} Fields */

const [hub, partner] = ["a0000000-0000-4000-8000-000000000001", "b0000000-0000-4000-8000-000000000001"];
const [hubTable, partnerTable] = [hub, partner].map((id) => id.replace("-4000-", "-5000-"));
const id = "d0000000-0000-4000-8000-000000000001";
const options = { axiosRequestConfig: { timeout: 10_000, validateStatus: () => true } };

/** @param {string} ak @param {string} sk @param {string} projectId */
const open = (ak, sk, projectId) =>
  vpc.VpcClient.newBuilder()
    .withCredential(new BasicCredentials().withAk(ak).withSk(sk).withProjectId(projectId))
    .withEndpoint(url)
    .withOptions(options)
    .build();

const a = open("HWFAKEAKA", "fakesecretA", "aaaa0000000000000000000000000001");
const b = open("HWFAKEAKB", "fakesecretB", "bbbb0000000000000000000000000002");

/** @param {string} name @param {() => unknown} act */
async function check(name, act) {
  let error = null;
  try {
    await act();
  } catch (thrown) {
    error = thrown instanceof Error ? thrown.message : String(thrown);
  }
  process.stdout.write(`\n${JSON.stringify({ name, error })}\n`);
}

const reach = async () =>
  (await (await fetch(`${url}/_emulator/reach?from=${hub}&to=${partner}`)).json()).reaches;

/** @param {any} client @param {string | undefined} table @param {Fields} routes */
async function put(client, table, routes) {
  const body = { routetable: { routes } };
  return await client.updateRouteTable(new vpc.UpdateRouteTableRequest(table).withBody(body));
}

/** The routes of an answer that are not local. @param {Fields} answer */
const madeIn = ({ routetable }) =>
  routetable.routes.filter((/** @type {Fields} */ route) => route.type !== "local");

const to = (/** @type {string} */ destination, more = {}) => ({
  type: "peering",
  destination,
  nexthop: id,
  ...more,
});

await check("list tables, and show one", async () => {
  const { routetables } = await a.listRouteTables(
    new vpc.ListRouteTablesRequest().withVpcId(hub).withLimit(10),
  );
  deepEqual(
    routetables.map((/** @type {Fields} */ row) => [row.id, row.default, row.vpc_id, row.routes]),
    [[hubTable, true, hub, undefined]],
  );
  const shown = await a.showRouteTable(new vpc.ShowRouteTableRequest(hubTable));
  deepEqual([shown.httpStatusCode, madeIn(shown), shown.routetable.routes.length], [200, [], 3]);
});

await check("create, on both sides, several at once", async () => {
  const made = await put(a, hubTable, {
    add: [to("10.8.0.0/17", { description: "ours, é" }), to("10.8.128.0/17")],
  });
  equal(made.httpStatusCode, 200);
  deepEqual(madeIn(made)[0], { ...to("10.8.0.0/17"), description: "ours, é" });
  equal(await reach(), false);
  await put(b, partnerTable, { add: [to("10.0.0.0/16")] });
  equal(await reach(), true);
});

await check("what is there is refused, with all the rest of the call", async () => {
  const refused = await put(a, hubTable, { add: [to("10.9.0.0/16"), to("10.8.0.0/17")] });
  deepEqual([refused.httpStatusCode, refused.code], [400, "VPC.2812"]);
  const unknown = await put(a, hubTable, { add: [to("10.9.0.0/16", { nexthop: hub })] });
  equal(unknown.httpStatusCode, 404);
  const none = await put(a, hub, { add: [to("10.9.0.0/16")] });
  deepEqual([none.httpStatusCode, none.code], [404, "VPC.2808"]);
});

await check("add, replace and delete in one call", async () => {
  const changed = await put(a, hubTable, {
    add: [to("10.8.0.0/16")],
    mod: [{ type: "ecs", destination: "10.8.0.0/17", nexthop: "vm-1" }],
    del: [{ destination: "10.8.128.0/17" }],
  });
  deepEqual(
    madeIn(changed).map((/** @type {Fields} */ route) => [route.type, route.destination]),
    [
      ["ecs", "10.8.0.0/17"],
      ["peering", "10.8.0.0/16"],
    ],
  );
  equal(await reach(), false);
  await put(a, hubTable, { mod: [to("10.8.0.0/17")] });
  equal(await reach(), true);
});

await check("the older routes show the same, and are deleted one by one", async () => {
  const list = async () =>
    (await a.listVpcRoutes(new vpc.ListVpcRoutesRequest().withType("peering").withVpcId(hub))).routes;
  // The list is sorted by ids, and those are by chance.
  const half = (await list()).find((/** @type {Fields} */ row) => row.destination === "10.8.0.0/17");
  deepEqual([half.nexthop, half.vpc_id], [id, hub]);
  const { route } = await a.showVpcRoute(new vpc.ShowVpcRouteRequest(half.id));
  deepEqual([route.id, route.destination], [half.id, half.destination]);
  equal((await a.deleteVpcRoute(new vpc.DeleteVpcRouteRequest(half.id))).httpStatusCode, 204);
  equal((await list()).length, 1);
  const body = { route: { ...to("10.8.0.0/17"), vpc_id: hub } };
  const made = await a.createVpcRoute(new vpc.CreateVpcRouteRequest().withBody(body));
  deepEqual([made.httpStatusCode, made.route.destination], [201, "10.8.0.0/17"]);
});

await check("delete", async () => {
  deepEqual(madeIn(await put(a, hubTable, { del: [{ destination: "10.8.0.0/16" }] })).length, 1);
  equal((await put(a, hubTable, { del: [{ destination: "10.8.0.0/16" }] })).httpStatusCode, 400);
  equal((await b.deleteVpcPeering(new vpc.DeleteVpcPeeringRequest(id))).httpStatusCode, 204);
  deepEqual(madeIn(await a.showRouteTable(new vpc.ShowRouteTableRequest(hubTable))), []);
  equal(await reach(), false);
});
