// The official SDK for Vpc for Node.js, as a script of its own. Usage: node routes.mjs FOLDER URL, with the folder that
// has the SDK, and the emulator. A line of JSON for each check.

import { deepEqual, equal, match } from "node:assert/strict";
import { createRequire } from "node:module";
import { join } from "node:path";

import { keyA, keyB } from "./accounts.mjs";

const [, , folder = "", url = ""] = process.argv;
const require = createRequire(join(folder, "index.js"));
const { default: Client, ...models } = require("@alicloud/vpc20160428");
const { $OpenApiUtil } = require("@alicloud/openapi-core");

/** @typedef {Record<string, any>} Fields */

const regionId = "cn-hangzhou";
const [hub, partner] = ["vtb-bp1hub01", "vtb-bp1partner01"];
const id = "pcc-routes";

/** @param {{ accessKeyId: string, accessKeySecret: string }} key */
function open(key) {
  const { host: endpoint } = new URL(url);
  const client = new Client(new $OpenApiUtil.Config({ endpoint, protocol: "http", regionId, ...key }));
  /** @type {(action: string, params: Fields) => Promise<Fields>} */
  return async (action, params) => {
    const request = new models[`${action[0]?.toUpperCase() ?? ""}${action.slice(1)}Request`](params);
    try {
      return (await client[action](request)).body;
    } catch (error) {
      const { code } = /** @type {{ code?: string }} */ (error);
      if (code === undefined) throw error;
      return { code };
    }
  };
}

const [a, b] = [open(keyA), open(keyB)];

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
  (await (await fetch(`${url}/_emulator/reach?from=vpc-bp1hub01&to=vpc-bp1partner01`)).json()).reaches;

/** @param {typeof a} client @param {string} routeTableId @param {Fields} [more] */
async function list(client, routeTableId, more) {
  const params = { regionId, routeTableId, routeEntryType: "Custom", maxResult: 100, ...more };
  const { routeEntrys } = await client("describeRouteEntryList", params);
  return routeEntrys.routeEntry ?? [];
}

/** Lets the time pass that routes take, and lists those of a table. @param {typeof a} client @param {string} table */
async function settled(client, table) {
  await fetch(`${url}/_emulator/clock`, { method: "POST", body: JSON.stringify({ advanceMs: 600_000 }) });
  const rows = await list(client, table);
  for (const row of rows) equal(row.status, "Available");
  return rows;
}

const batched = (/** @type {string} */ dstCidrBlock, more = {}) =>
  new models.CreateRouteEntriesRequestRouteEntries({
    routeTableId: hub,
    dstCidrBlock,
    nextHop: id,
    nextHopType: "VpcPeer",
    ...more,
  });

await check("list tables", async () => {
  const { totalCount, routerTableList } = await a("describeRouteTableList", {
    regionId,
    vpcId: "vpc-bp1hub01",
    pageSize: 50,
  });
  const [table] = routerTableList.routerTableListType;
  deepEqual(
    [totalCount, table.routeTableId, table.routeTableType, table.status, table.vSwitchIds.vSwitchId],
    [1, hub, "System", "Available", []],
  );
  deepEqual(await list(a, hub), []);
});

await check("create: pending, then available; the same for the same token", async () => {
  const params = {
    regionId,
    routeTableId: partner,
    destinationCidrBlock: "10.0.0.0/16",
    nextHopType: "VpcPeer",
    nextHopId: id,
    routeEntryName: "to-hub",
    clientToken: "routes-1",
  };
  const { routeEntryId } = await b("createRouteEntry", params);
  match(routeEntryId, /^rte-[a-z0-9]{17}$/);
  equal((await b("createRouteEntry", params)).routeEntryId, routeEntryId);
  equal((await list(b, partner))[0].status, "Pending");
  const again = { ...params, clientToken: "routes-2" };
  equal((await b("createRouteEntry", again)).code, "TaskConflict");
  const more = { ...params, destinationCidrBlock: "10.7.0.0/16", clientToken: "routes-3" };
  equal((await b("createRouteEntry", more)).code, "TaskConflict");
  const [row] = await settled(b, partner);
  equal((await b("createRouteEntry", again)).code, "InvalidCIDRBlock.Duplicate");
  const { routeEntryName, destinationCidrBlock, type, ipVersion, nextHops } = row;
  deepEqual(
    [routeEntryName, destinationCidrBlock, type, ipVersion, nextHops.nextHop[0].nextHopId],
    ["to-hub", "10.0.0.0/16", "Custom", "IPv4", id],
  );
});

await check("batch: a success with failures in it", async () => {
  equal(await reach(), false);
  const routeEntries = [
    batched("10.8.0.0/17", { name: "one" }),
    batched("10.8.128.0/17"),
    batched("10.8.0.0/17"),
    batched("10.9.0.0/16", { nextHop: "pcc-none" }),
  ];
  const { successCount, failedCount, routeEntryIds, failedRouteEntries } = await a("createRouteEntries", {
    regionId,
    routeEntries,
  });
  deepEqual([successCount, failedCount, routeEntryIds.length], [2, 2, 2]);
  deepEqual(
    failedRouteEntries.map((/** @type {Fields} */ row) => row.failedCode),
    ["VPC_ROUTE_ENTRY_CIDR_BLOCK_DUPLICATE", "ResourceNotFound.VpcPeer"],
  );
  equal((await settled(a, hub)).length, 2);
  equal(await reach(), true);
});

await check("filters and counts", async () => {
  equal((await list(a, hub, { routeEntryName: "one" })).length, 1);
  equal((await list(a, hub, { destCidrBlockList: ["10.8.128.0/17", "10.9.0.0/16"] })).length, 1);
  const { routeEntrySummarys } = await a("getVpcRouteEntrySummary", {
    regionId,
    vpcId: "vpc-bp1hub01",
    routeEntryType: "custom",
  });
  deepEqual([routeEntrySummarys[0].routeTableId, routeEntrySummarys[0].entrySummarys[0].count], [hub, 2]);
  equal((await a("describeVSwitches", { regionId, vpcId: "vpc-bp1hub01" })).totalCount, 0);
});

await check("replace the next hop, and back", async () => {
  const [{ routeEntryId }] = await list(a, hub);
  const change = { regionId, routeEntryId, newNextHopType: "Instance", newNextHopId: "i-1" };
  equal((await a("modifyRouteEntry", change)).code, undefined);
  equal((await list(a, hub))[0].status, "Modifying");
  await settled(a, hub);
  equal(await reach(), false);
  await a("modifyRouteEntry", { ...change, newNextHopType: "VpcPeer", newNextHopId: id });
  await settled(a, hub);
  equal(await reach(), true);
  equal(
    (await a("modifyRouteEntry", { ...change, routeEntryId: "rte-none" })).code,
    "InvalidRouteEntryId.NotFound",
  );
});

await check("delete one, and several", async () => {
  const [{ routeEntryId }, other] = await list(a, hub);
  equal((await a("deleteRouteEntry", { regionId, routeEntryId, dryRun: true })).code, "DryRunOperation");
  equal((await a("deleteRouteEntry", { regionId, routeEntryId })).code, undefined);
  equal((await settled(a, hub)).length, 1);
  equal((await a("deleteRouteEntry", { regionId, routeEntryId })).code, "InvalidRouteEntry.NotFound");
  const named = (/** @type {Fields} */ fields) =>
    new models.DeleteRouteEntriesRequestRouteEntries({ routeTableId: hub, ...fields });
  const { successCount, failedRouteEntries } = await a("deleteRouteEntries", {
    regionId,
    routeEntries: [
      named({ routeEntryId: other.routeEntryId }),
      named({ dstCidrBlock: "10.8.0.0/17", nextHop: id }),
    ],
  });
  deepEqual([successCount, failedRouteEntries[0].failedCode], [1, "VPC_ROUTER_ENTRY_NOT_EXIST"]);
  deepEqual(await settled(a, hub), []);
  equal(await reach(), false);
});
