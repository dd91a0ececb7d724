import { deepEqual, equal, match } from "node:assert/strict";

import { check, wanted } from "./check.mjs";

/** @typedef {import("./story.mjs").Client} Client */
/** @typedef {import("./story.mjs").Fields} Fields */

const [hubTable, partnerTable] = ["rtb-hub00001", "rtb-par00001"];

/**
 * The life of the routes of a connection, as account A and account B write them.
 *
 * @param {Client} a
 * @param {Client} b
 * @param {string} url
 */
export async function routesStory(a, b, url) {
  let id = "";
  const reach = async () => {
    const answer = await fetch(`${url}/_emulator/reach?from=vpc-hub00001&to=vpc-par00001`);
    return (await answer.json()).reaches;
  };
  const to = (/** @type {string} */ DestinationCidrBlock, more = {}) => ({
    DestinationCidrBlock,
    GatewayType: "PEERCONNECTION",
    GatewayId: id,
    ...more,
  });
  /** @type {(client: Client, table: string, ...routes: Fields[]) => Promise<Fields>} */
  const create = (client, RouteTableId, ...Routes) => client("CreateRoutes", { RouteTableId, Routes });
  const routesOfHub = async () => {
    const { RouteTableSet: tables } = await a("DescribeRouteTables", {
      Filters: [{ Name: "vpc-id", Values: ["vpc-hub00001"] }],
      Offset: "0",
      Limit: "100",
    });
    equal(tables.length, 1);
    deepEqual([tables[0].RouteTableId, tables[0].Main], [hubTable, true]);
    return tables[0].RouteSet;
  };

  await check("routes: none can lead to a connection that is not accepted", async () => {
    id = (await a("CreateVpcPeeringConnection", wanted)).PeeringConnectionId;
    const refused = await create(a, hubTable, to("10.8.0.0/16"));
    equal(refused.Error?.Code, "InvalidParameterValue.RouteNextHopInvalid");
    equal((await b("AcceptVpcPeeringConnection", { PeeringConnectionId: id })).Error, undefined);
  });

  await check("routes: several are made by one call, with all their fields", async () => {
    const halves = [to("10.8.0.0/17", { RouteDescription: "ours, é" }), to("10.8.128.0/17")];
    const { TotalCount, RouteTableSet: tables } = await create(a, hubTable, ...halves);
    equal(TotalCount, 2);
    const [{ RouteId, RouteItemId, CreatedTime, ...route }] = tables[0].RouteSet;
    equal(typeof RouteId, "number");
    match(RouteItemId, /^rti-[a-z0-9]{8}$/);
    match(CreatedTime, /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/);
    deepEqual(route, {
      RouteTableId: hubTable,
      RouteType: "USER",
      DestinationCidrBlock: "10.8.0.0/17",
      DestinationIpv6CidrBlock: "",
      GatewayType: "PEERCONNECTION",
      GatewayId: id,
      RouteDescription: "ours, é",
      Enabled: true,
      PublishedToVbc: false,
      CdcId: "",
    });
    equal(await reach(), false);
    equal((await create(b, partnerTable, to("10.0.0.0/16"))).TotalCount, 1);
    equal(await reach(), true);
  });

  await check("routes: a call with a bad one makes none", async () => {
    for (const [bad, code] of /** @type {const} */ ([
      [to("10.9.0.0/16"), "InvalidParameterValue.CidrNotInPeerVpc"],
      [to("10.0.1.0/24"), "InvalidParameterValue.VpcCidrConflict"],
      [to("10.8.0.0/17"), "InvalidParameterValue.Duplicate"],
    ])) {
      equal((await create(a, hubTable, to("10.8.0.0/24"), bad)).Error?.Code, code);
    }
    equal((await routesOfHub()).length, 2);
  });

  await check("routes: they are found by their connection, over all tables", async () => {
    for (const action of ["DescribeRoutes", "DescribeRouteList"]) {
      const { TotalCount, RouteSet } = await a(action, {
        Filters: [{ Name: "gateway-id", Values: [id] }],
        Offset: 0,
        Limit: 1,
      });
      deepEqual([TotalCount, RouteSet.length], [2, 1]);
    }
  });

  await check("routes: one is led elsewhere and back, under its id", async () => {
    const [{ RouteItemId }] = await routesOfHub();
    const away = { ...to("10.8.0.0/17"), GatewayType: "NAT", GatewayId: "nat-12345678", RouteItemId };
    const replace = (/** @type {Fields} */ route) =>
      a("ReplaceRoutes", { RouteTableId: hubTable, Routes: [route] });
    const { OldRouteSet, NewRouteSet } = await replace(away);
    deepEqual([OldRouteSet[0].GatewayId, NewRouteSet[0].GatewayId], [id, "nat-12345678"]);
    equal(await reach(), false);
    equal((await replace(to("10.8.0.0/17", { RouteItemId }))).NewRouteSet[0].RouteItemId, RouteItemId);
    equal(await reach(), true);
  });

  await check("routes: one is switched off and on", async () => {
    const [{ RouteId, RouteItemId }] = await routesOfHub();
    const off = await a("DisableRoutes", { RouteTableId: hubTable, RouteIds: [RouteId] });
    deepEqual([off.Error, (await routesOfHub())[0].Enabled, await reach()], [undefined, false, false]);
    const on = await a("EnableRoutes", { RouteTableId: hubTable, RouteItemIds: [RouteItemId] });
    deepEqual([on.Error, (await routesOfHub())[0].Enabled, await reach()], [undefined, true, true]);
  });

  await check("routes: one is deleted by its id, and the rest goes with the connection", async () => {
    const [{ RouteItemId }, { RouteItemId: other }] = await routesOfHub();
    const remove = () => a("DeleteRoutes", { RouteTableId: hubTable, Routes: [{ RouteItemId }] });
    equal((await remove()).RouteSet[0].RouteItemId, RouteItemId);
    equal((await remove()).Error?.Code, "ResourceNotFound");
    deepEqual(
      (await routesOfHub()).map((/** @type {Fields} */ route) => route.RouteItemId),
      [other],
    );
    equal((await b("DeleteVpcPeeringConnection", { PeeringConnectionId: id })).Error, undefined);
    deepEqual(await routesOfHub(), []);
    equal((await b("DescribeRoutes")).TotalCount, 0);
  });

  await check("routes: limits of tables and routes are told", async () => {
    const { VpcLimitSet } = await a("DescribeVpcLimits", { LimitTypes: ["route-table-max-policies"] });
    deepEqual(VpcLimitSet, [{ LimitType: "route-table-max-policies", LimitValue: 50 }]);
    deepEqual(
      (await a("DescribeRouteConflicts", { RouteTableId: hubTable, DestinationCidrBlocks: ["10.8.0.0/16"] }))
        .RouteConflictSet,
      [],
    );
  });
}
