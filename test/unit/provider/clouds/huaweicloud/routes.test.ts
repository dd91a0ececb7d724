import type { ActionName } from "../../../../../src/provider/clouds/huaweicloud/actions";
import { errorOf } from "../../../../../src/provider/clouds/huaweicloud/errors";
import { refusalOf } from "../../../../../src/provider/clouds/huaweicloud/refusal";
import { nameOf, tableOf, tableRowIn } from "../../../../../src/provider/clouds/huaweicloud/routeRows";

const local = { type: "local", destination: "100.64.0.0/10", nexthop: "-" };
const peering = { type: "peering", destination: "10.2.0.0/16", nexthop: "p-1", description: "ours" };
const table = {
  id: "t-1",
  default: true,
  routes: [local, peering],
  subnets: [{ id: "s-1" }],
  description: null,
};

const read = (answer: object) => {
  const row = tableRowIn({ ...answer });
  return row && tableOf(row);
};

test.each([
  ["as documented", { routetable: table }],
  ["without the object around it", table],
])("a table reads the same, %s", (_, answer) => {
  expect(read(answer)).toEqual({
    id: "t-1",
    isMain: true,
    subnets: 1,
    local: ["100.64.0.0/10"],
    routes: [
      {
        destination: "10.2.0.0/16",
        hop: { kind: "peering", id: "p-1", word: "peering" },
        state: "present",
        description: "ours",
      },
    ],
  });
});

test("nulls and further fields are no matter, and what is no connection leads elsewhere", () => {
  const odd = [
    { type: "local", destination: "10.0.0.0/24", nexthop: null, extra_info: null },
    { type: "nat", destination: "0.0.0.0/0", nexthop: "n-1", description: null },
    { type: "er", destination: "2001:DB8:0::/48", nexthop: null },
  ];
  expect(read({ routetable: { ...table, default: undefined, routes: odd } })).toEqual({
    id: "t-1",
    isMain: false,
    subnets: 1,
    local: ["10.0.0.0/24"],
    routes: [
      { destination: "0.0.0.0/0", hop: { kind: "other", id: "n-1", word: "nat" }, state: "present" },
      { destination: "2001:db8::/48", hop: { kind: "other", id: "", word: "er" }, state: "present" },
    ],
  });
});

test.each([
  {},
  { routetable: null },
  { routetable: { id: "t-1" } },
  { routetable: { id: "t-1", routes: [{ type: "nat" }] } },
])("%j is no table", (answer) => {
  expect(read(answer)).toBeUndefined();
});

test("a route is named by all that is known of it", () => {
  const [route] = read(table)?.routes ?? [];
  expect(route && nameOf(route)).toEqual({ type: "peering", destination: "10.2.0.0/16", nexthop: "p-1" });
});

const error = (action: ActionName, status: number, code: string) =>
  errorOf(action, refusalOf(status, JSON.stringify({ code, message: "Words" }), "req-1"));

test.each([
  [404, "VPC.2808", "gone", /table is gone/],
  [400, "VPC.2809", "invalid", /within a subnet.*100\.64\.0\.0\/10/],
  [400, "VPC.2810", "quota", /no further route tables/],
  [400, "VPC.2812", "duplicate", /leads there already/],
  [409, "VPC.2812", "duplicate", /leads there already/],
  [409, "VPC.0114", "quota", /200 routes/],
  [409, "OverQuota", "quota", /200 routes/],
  [400, "VPC.0105", "wrongState", /active connection/],
  [404, "VPC.0105", "wrongState", /active connection/],
  [403, "VPC.2201", "permission", /`vpc:routeTables:update`.*"With routes" in docs\/huaweicloud\.md/],
  [400, "VPC.0101", "invalid", undefined],
] as const)("%d %s is %s, as an answer about routes", (status, code, kind, advice) => {
  const refused = error("UpdateRouteTable", status, code);
  expect(refused.kind).toBe(kind);
  if (advice !== undefined) expect(refused.facts.remedy).toMatch(advice);
});

test.each([
  [409, "VPC.0103", "busy"],
  [500, "VPC.0105", "transient"],
  [429, "APIGW.0308", "throttled"],
  [404, "VPC.0003", "gone"],
  [409, "Brand.New", "unknown"],
] as const)("%d %s is %s, as anywhere", (status, code, kind) => {
  expect(error("UpdateRouteTable", status, code).kind).toBe(kind);
});

test("a 404 of the gateway is a wrong address, for routes too", () => {
  const body = JSON.stringify({ error_code: "APIGW.0101", error_msg: "Nothing here" });
  for (const action of ["ListRouteTables", "ShowRouteTable", "UpdateRouteTable", "ShowVpc"] as const) {
    expect(errorOf(action, refusalOf(404, body, undefined))).toMatchObject({ kind: "invalid" });
  }
});

test("the same codes mean what they did as answers about connections", () => {
  expect(error("UpdateVpcPeering", 400, "VPC.0105").kind).toBe("transient");
  expect(error("CreateVpcPeering", 409, "OverQuota").facts.remedy).toMatch(/connections that nobody uses/);
  expect(error("DeleteVpcPeering", 403, "PolicyNotAuthorized").facts.remedy).not.toMatch(/With routes/);
});
