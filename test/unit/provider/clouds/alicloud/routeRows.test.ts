import { routesIn, tablesIn } from "../../../../../src/provider/clouds/alicloud/routeRows";

const table = (more: object = {}) => ({
  RouteTableId: "vtb-1",
  RouteTableType: "Custom",
  AssociateType: "VSwitch",
  Status: "Available",
  ...more,
});
const tables = (...rows: object[]) =>
  tablesIn(
    { TotalCount: rows.length, RouterTableList: { RouterTableListType: rows } },
    "DescribeRouteTableList",
  );

const entry = (more: object = {}) => ({
  RouteEntryId: "rte-1",
  DestinationCidrBlock: "10.2.0.0/16",
  Type: "Custom",
  Status: "Available",
  Description: "",
  NextHops: { NextHop: [{ NextHopId: "pcc-1", NextHopType: "VpcPeer" }] },
  ...more,
});
const routes = (...rows: object[]) =>
  routesIn({ NextToken: "", RouteEntrys: { RouteEntry: rows } }, "DescribeRouteEntryList").routes;

test("tables are all that can hold routes, and the system's is the main one", () => {
  const rows = [
    table({ RouteTableType: "System", VSwitchIds: { VSwitchId: ["vsw-1", "vsw-2"] } }),
    table({ RouteTableId: "vtb-2", AssociateType: undefined, Status: "Pending" }),
    table({ RouteTableId: "vtb-3", AssociateType: "Gateway" }),
    table({ RouteTableId: "vtb-4", Status: "Deleting" }),
  ];
  expect(tables(...rows)).toEqual({
    tables: [
      { id: "vtb-1", isMain: true, subnets: 2 },
      { id: "vtb-2", isMain: false, subnets: 0 },
    ],
    count: 4,
    total: 4,
  });
});

test("a route leads through a connection, with its description", () => {
  expect(routes(entry({ Description: "ours" }))).toEqual([
    {
      id: "rte-1",
      destination: "10.2.0.0/16",
      hop: { kind: "peering", id: "pcc-1", word: "VpcPeer" },
      state: "present",
      description: "ours",
    },
  ]);
});

test.each([
  ["Available", "present"],
  ["Pending", "coming"],
  ["Modifying", "changing"],
  ["Deleting", "going"],
  ["Frozen", "changing"],
])("%s is %s", (Status, state) => {
  expect(routes(entry({ Status }))).toMatchObject([{ state }]);
});

test("the system's own routes are left out; those of other services and to other things lead elsewhere", () => {
  const hops = (...NextHop: object[]) => ({ NextHops: { NextHop } });
  const [learnt, nat, shared, none, ...more] = routes(
    entry({ Type: "System" }),
    entry({ Type: "BGP" }),
    entry(hops({ NextHopId: "ngw-1", NextHopType: "NatGateway" })),
    entry(hops({ NextHopId: "ri-1", NextHopType: "RouterInterface" }, { NextHopId: "ri-2" })),
    entry({ NextHops: null }),
  ).map(({ hop }) => hop);
  expect(more).toEqual([]);
  expect(learnt).toEqual({ kind: "other", id: "pcc-1", word: "VpcPeer" });
  expect(nat).toEqual({ kind: "other", id: "ngw-1", word: "NatGateway" });
  expect(shared).toEqual({ kind: "other", id: "ri-1, ri-2", word: "RouterInterface" });
  expect(none).toEqual({ kind: "other", id: "", word: "" });
});

test("destinations are read in canonical form; a list of blocks keeps its name", () => {
  const read = ["2001:DB8:0:0::/64", "10.2.0.0/16", "pl-1"].map(
    (DestinationCidrBlock) => routes(entry({ DestinationCidrBlock }))[0]?.destination,
  );
  expect(read).toEqual(["2001:db8::/64", "10.2.0.0/16", "pl-1"]);
});

test.each([
  ["", undefined],
  [null, undefined],
  [undefined, undefined],
  ["t-2", "t-2"],
])("the next page is asked for by %j as %j", (NextToken, next) => {
  expect(routesIn({ NextToken, RouteEntrys: { RouteEntry: [] } }, "DescribeRouteEntryList").next).toBe(next);
});

test.each<[string, () => unknown]>([
  ["tables", () => tablesIn({}, "DescribeRouteTableList")],
  ["a table's id", () => tables(table({ RouteTableId: undefined }))],
  ["routes", () => routesIn({ RouteEntrys: {} }, "DescribeRouteEntryList")],
  ["a destination", () => routes(entry({ DestinationCidrBlock: null }))],
])("an answer without %s makes no sense", (_, reading) => {
  expect(reading).toThrow(/makes no sense/);
});
