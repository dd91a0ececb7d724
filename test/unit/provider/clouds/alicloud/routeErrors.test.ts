import { errorOf, meaningOf, read } from "../../../../../src/provider/clouds/alicloud/errors";
import type { ErrorKind } from "../../../../../src/model/errors";

/** What codes mean as an answer about routes, by kind. */
const DOCUMENTED: Partial<Record<ErrorKind, string>> = {
  duplicate:
    "InvalidCIDRBlock.Duplicate RouterEntryConflict.Duplicated Duplicated.VpcNextHop InvalidRouteEntry.Duplicate RouteConflict.AlreadyExist VPC_ROUTE_ENTRY_CIDR_BLOCK_DUPLICATE",
  gone: "InvalidRouteEntry InvalidRouteEntry.NotFound InvalidRouteEntryId.NotFound InvalidRouteTable.NotFound InvalidRouteTableId.NotFound InvalidVpcId.NotFound InvalidVpc.NotFound ResourceNotFound.VpcPeer VPC_ROUTER_ENTRY_NOT_EXIST",
  wrongState: "IncorrectStatus.VpcPeer",
  busy: "TaskConflict OperationConflict IncorrectRouteEntryStatus IncorrcetRouteEntryStatus IncorrectVpcStatus IncorrectVSwitchStatus IncorrectInstanceStatus IncorrectStatus.VpcRouteEntry IncorrectStatus.RouteTableStatus OperationFailed.DistibuteLock LastTokenProcessing VPC_ROUTE_ENTRY_STATUS_ERROR",
  transient: "InternalError Internal.Error VPC.ERROR Vpc.Error ServiceUnavailable SystemBusy UnknownError",
  throttled: "Throttling.User",
  quota: "QuotaExceeded Forbidden.CheckEntryRuleQuota VPC_ROUTE_ENTRY_QUOTA_EXCEEDED",
  permission:
    "Forbidden.RAM Forbbiden Forbidden.VRouterNotFound OperationDenied OperationDenied.DeleteManagedRouteEntry OperationDenied.ModifyManagedRouteEntry",
  invalid:
    "IllegalParam.CidrBlock InvalidCidrBlock InvalidCidrBlock.Malformed InvalidDestinationCidrBlock MissingParameter InvalidRouteEntryName.Malformed InvalidDescription.Malformed OperationDenied.VpcIpv6NotEnabled OperationDenied.Ipv6EntryOnCustomTable OperationDenied.GatewayRouteTableNotPermitted OperationUnsupported.DestinationCidrBlockOverlapWithVSwitch InvalidNextHop.NotFound OperationDenied.NextHopNotChanged",
  unsupported: "UnsupportedFeature.VpcPeerIpv6 UnsupportedRegion",
};

const rows = Object.entries(DOCUMENTED).flatMap(([kind, codes]) =>
  codes.split(" ").map((code) => [code, kind as ErrorKind] as const),
);

test.each(rows)("%s is %s, as an answer about routes", (code, kind) => {
  expect(meaningOf(code, "CreateRouteEntry").kind).toBe(kind);
});

test.each([
  ["IncorrectStatus.VpcPeer", "wrongState"],
  ["ResourceNotFound.VpcPeer", "gone"],
  ["InvalidVpcId.NotFound", "invalid"],
  ["IncorrectRouteEntryStatus", "unknown"],
  ["QuotaExceeded", "unknown"],
] as const)("%s means what it did (%s) as an answer about connections", (code, kind) => {
  for (const action of ["DeleteVpcPeerConnection", "DescribeVpcAttribute", ""])
    expect(meaningOf(code, action).kind).toBe(kind);
});

describe("a refusal that a user can do something about says what", () => {
  test.each([
    ["InvalidCIDRBlock.Duplicate", /leads there already/],
    ["InvalidRouteTable.NotFound", /table .* is gone.*pulumi refresh/],
    ["ResourceNotFound.VpcPeer", /connection is gone/],
    ["IncorrectStatus.VpcPeer", /active connection/],
    ["QuotaExceeded", /200 routes/],
    ["InvalidCidrBlock", /within a vSwitch.*100\.64\.0\.0\/10/],
    ["OperationDenied.GatewayRouteTableNotPermitted", /name another table/],
    ["UnsupportedFeature.VpcPeerIpv6", /`ipv6`/],
    ["OperationDenied.DeleteManagedRouteEntry", /Another cloud service/],
  ])("%s", (code, advice) => {
    expect(meaningOf(code, "CreateRouteEntry").remedy).toMatch(advice);
  });

  test.each(["CreateRouteEntry", "DeleteRouteEntries", "DescribeRouteTableList"])(
    "that %s is not allowed, by its permission and the page",
    (action) => {
      const { message } = errorOf(action, { status: 403, code: "Forbidden.RAM", message: "No." });
      expect(message).toContain(`\`vpc:${action}\``);
      expect(message).toContain('"With routes" in docs/alicloud.md');
    },
  );
});

describe("the answer to a batch", () => {
  const answer = (...codes: string[]) => ({
    status: 200,
    body: JSON.stringify({
      RequestId: "r-1",
      SuccessCount: 0,
      FailedCount: codes.length,
      FailedRouteEntries: codes.map((FailedCode) => ({ DstCidrBlock: "10.1.0.0/16", FailedCode })),
    }),
  });

  test.each([
    ["VPC_ROUTE_ENTRY_STATUS_ERROR"],
    ["Throttling.User"],
    ["InvalidCIDRBlock.Duplicate", "TaskConflict"],
  ])("with entries that failed for now (%s) is to be sent again", (...codes) => {
    expect(() => read("CreateRouteEntries", answer(...codes))).toThrow(/request r-1/);
  });

  test("with entries that failed for good is one", () => {
    const codes = ["VPC_ROUTE_ENTRY_CIDR_BLOCK_DUPLICATE", "VPC_ROUTER_ENTRY_NOT_EXIST", "Brand.New"];
    expect(read("CreateRouteEntries", answer(...codes))).toMatchObject({ FailedCount: 3 });
  });

  test("whose failures cannot be read makes no sense", () => {
    const body = '{"FailedRouteEntries":[{"DstCidrBlock":"10.1.0.0/16"}]}';
    expect(() => read("CreateRouteEntries", { status: 200, body })).toThrow(/makes no sense/);
  });
});
