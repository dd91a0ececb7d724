import { meaningOf } from "../../../../../src/provider/clouds/tencentcloud/errors";
import { fieldsOf, tablesIn } from "../../../../../src/provider/clouds/tencentcloud/routeRows";
import type { ErrorKind } from "../../../../../src/model/errors";

const row = (more: object = {}) => ({
  RouteItemId: "rti-1",
  RouteType: "USER",
  DestinationCidrBlock: "10.2.0.0/16",
  DestinationIpv6CidrBlock: "",
  GatewayType: "PEERCONNECTION",
  GatewayId: "pcx-1",
  RouteDescription: "",
  Enabled: true,
  ...more,
});
const routes = (...RouteSet: object[]) =>
  tablesIn(
    { TotalCount: 1, RouteTableSet: [{ RouteTableId: "rtb-1", Main: true, RouteSet }] },
    "DescribeRouteTables",
  ).tables[0]?.routes;

test("a route leads through a connection, or is switched off", () => {
  const route = {
    id: "rti-1",
    destination: "10.2.0.0/16",
    hop: { kind: "peering", id: "pcx-1", word: "PEERCONNECTION" },
  };
  expect(routes(row(), row({ Enabled: false, RouteDescription: "ours" }))).toEqual([
    { ...route, state: "present" },
    { ...route, state: "disabled", description: "ours" },
  ]);
});

test("local routes are left out; those that no user wrote and that lead to other things lead elsewhere", () => {
  const kinds = routes(
    row({ GatewayType: "LOCAL", GatewayId: "Local" }),
    row({ RouteType: "NETD" }),
    row({ RouteType: "CCN", GatewayType: "CCN", GatewayId: "ccn-1" }),
    row({ GatewayType: "NAT", GatewayId: "nat-1" }),
    row({ RouteType: undefined }),
  )?.map(({ hop }) => `${hop.kind} ${hop.word}`);
  expect(kinds).toEqual(["other PEERCONNECTION", "other CCN", "other NAT", "peering PEERCONNECTION"]);
});

test("a route of IPv6 stands in a field of its own, in both directions", () => {
  const [read] = routes(row({ DestinationCidrBlock: "", DestinationIpv6CidrBlock: "2001:DB8:0::/64" })) ?? [];
  expect(read?.destination).toBe("2001:db8::/64");
  const to = { connectionId: "pcx-1", description: "ours" };
  const rest = { GatewayType: "PEERCONNECTION", GatewayId: "pcx-1", RouteDescription: "ours" };
  expect(fieldsOf({ ...to, destination: "2001:db8::/64" })).toEqual({
    DestinationIpv6CidrBlock: "2001:db8::/64",
    ...rest,
  });
  expect(fieldsOf({ ...to, destination: "10.2.0.0/16" })).toEqual({
    DestinationCidrBlock: "10.2.0.0/16",
    ...rest,
  });
});

test.each([{}, { RouteTableSet: [{}] }, { RouteTableSet: [{ RouteTableId: "rtb-1", RouteSet: [{}] }] }])(
  "%j makes no sense",
  (answer) => {
    expect(() => tablesIn(answer, "DescribeRouteTables")).toThrow(/makes no sense/);
  },
);

/** What codes mean as an answer about routes, by kind. */
const DOCUMENTED: Partial<Record<ErrorKind, string>> = {
  duplicate:
    "InvalidParameterValue.Duplicate UnsupportedOperation.Ecmp UnsupportedOperation.EcmpWithUserRoute UnsupportedOperation.EcmpWithCcnRoute",
  gone: "ResourceNotFound ResourceNotFound.Route UnsupportedOperation.RecordNotExists",
  wrongState: "InvalidParameterValue.RouteNextHopInvalid",
  quota: "LimitExceeded",
  invalid:
    "InvalidParameterValue InvalidParameterValue.CidrNotInPeerVpc InvalidParameterValue.Malformed InvalidParameterValue.SubnetOverlapRoute InvalidParameterValue.VpcCidrConflict InvalidParameterValue.VpcCidrOverlapRoute InvalidParameterValue.LimitExceeded InvalidParameter.Coexist MissingParameter UnknownParameter.WithGuess UnsupportedOperation.ConflictWithDockerRoute UnsupportedOperation.DisabledNotifyCcn",
  permission:
    "UnauthorizedOperation UnauthorizedOperation.CamNoAuth AuthFailure.UnauthorizedOperation UnsupportedOperation.SystemRoute",
  unsupported: "UnsupportedOperation UnsupportedOperation.NormalSubnetNotSupportLocalGateway",
  busy: "UnsupportedOperation.MutexOperationTaskRunning ResourceInUse ResourceUnavailable",
  transient: "InternalError InternalError.ModuleError InternalServerError",
  throttled: "RequestLimitExceeded",
};

const rows = Object.entries(DOCUMENTED).flatMap(([kind, codes]) =>
  codes.split(" ").map((code) => [code, kind as ErrorKind] as const),
);

test.each(rows)("%s is %s, as an answer about routes", (code, kind) => {
  expect(meaningOf(code, "CreateRoutes").kind).toBe(kind);
});

test.each([
  ["LimitExceeded", /50 routes/],
  ["InvalidParameterValue.CidrNotInPeerVpc", /within a block of the other VPC/],
  ["InvalidParameterValue.VpcCidrConflict", /own VPC/],
  ["InvalidParameterValue.RouteNextHopInvalid", /active connection/],
  ["UnauthorizedOperation", /`vpc:CreateRoutes`.*"With routes" in docs\/tencentcloud\.md/],
])("%s says what to do", (code, advice) => {
  expect(meaningOf(code, "CreateRoutes").remedy).toMatch(advice);
});

test("the same codes mean what they did as answers about connections", () => {
  expect(meaningOf("LimitExceeded", "CreateVpcPeeringConnection").remedy).toMatch(/10 connections/);
  expect(meaningOf("ResourceNotFound", "CreateVpcPeeringConnection").kind).toBe("invalid");
  expect(meaningOf("InvalidParameterValue.Duplicate", "CreateVpcPeeringConnection").kind).toBe("invalid");
  expect(meaningOf("UnauthorizedOperation", "DescribeVpcs").remedy).not.toMatch(/With routes/);
});
