import type { FaultInput, RouteRow } from "../../../emulator";
import * as alicloud from "../alicloud/routesSupport";
import * as huaweicloud from "../huaweicloud/routesSupport";
import { codeOf as huaweiCodeOf } from "../huaweicloud/support";
import * as tencentcloud from "../tencentcloud/routesSupport";
import type { AdminAnswer } from "../bench";

/** A world of one cloud where VPC A has the route {@link there}, and how calls about it are made. */
interface Story {
  readonly cloud: FaultInput["cloud"];
  readonly open: (limit?: number) => Promise<Opened>;
  readonly vpcId: string;
  readonly peeringId: string;
  /** An error of the cloud that is worth another try. */
  readonly code: string;
  /** What the limits of the calls are in proportion to the world's. */
  readonly limit: number;
  readonly throttled: string;
  readonly calls: Readonly<Record<string, CallStory>>;
}

interface CallStory {
  /** How often it may be made where the limit of the world is {@link Story.limit}. */
  readonly often: number;
  /** Whether it names a peering, or a route that leads to one. */
  readonly isOfPeering?: boolean;
  /** Where the table of VPC A leads to through the peering when it is done; left out, it changes nothing. */
  readonly leavesRoutes?: readonly string[];
}

interface Opened {
  readonly admin: (method: string, path: string, body?: unknown) => Promise<AdminAnswer>;
  /** Makes a call; the code of its error, or nothing. */
  readonly call: (action: string) => Promise<unknown>;
}

const there = "10.1.3.0/24";
const other = "10.1.4.0/24";

const stories: readonly Story[] = [
  {
    cloud: "alicloud",
    vpcId: "vpc-a",
    peeringId: "pcc-ab",
    code: "OperationConflict",
    limit: 6,
    throttled: "Throttling.User",
    calls: {
      DescribeRouteTableList: { often: 10 },
      DescribeRouteTables: { often: 10 },
      DescribeVSwitches: { often: 10 },
      DescribeRouteEntryList: { often: 10, isOfPeering: true },
      GetVpcRouteEntrySummary: { often: 2 },
      CreateRouteEntry: { often: 5, isOfPeering: true, leavesRoutes: [there, other] },
      CreateRouteEntries: { often: 5, isOfPeering: true, leavesRoutes: [there, other] },
      ModifyRouteEntry: { often: 5, isOfPeering: true, leavesRoutes: [] },
      DeleteRouteEntry: { often: 5, isOfPeering: true, leavesRoutes: [] },
      DeleteRouteEntries: { often: 5, isOfPeering: true, leavesRoutes: [] },
    },
    open: async (alicloudPerMinute = 0) => {
      const { a, admin } = await alicloud.openRoutes({ limits: { alicloudPerMinute } });
      const { RegionId, entry, batched } = alicloud;
      const place = { RegionId, RouteTableId: "vtb-a", DestinationCidrBlock: there };
      await admin("POST", "/routes", post("alicloud", "vtb-a", "pcc-ab"));
      const params: Readonly<Record<string, Record<string, unknown>>> = {
        DescribeRouteTableList: { RegionId, VpcId: "vpc-a" },
        DescribeRouteTables: { RegionId, RouteTableId: "vtb-a" },
        DescribeVSwitches: { VpcId: "vpc-a" },
        DescribeRouteEntryList: { ...place, NextHopId: "pcc-ab" },
        GetVpcRouteEntrySummary: { RegionId, VpcId: "vpc-a", RouteEntryType: "all" },
        CreateRouteEntry: entry(other),
        CreateRouteEntries: { RegionId, RouteEntries: [batched(other)] },
        ModifyRouteEntry: { ...place, NewNextHopType: "Instance", NewNextHopId: "i-1" },
        DeleteRouteEntry: { ...place, NextHopId: "pcc-ab" },
        DeleteRouteEntries: { RegionId, RouteEntries: [{ RouteTableId: "vtb-a", DstCidrBlock: there }] },
      };
      return { admin, call: async (action) => (await a(action, params[action] ?? {})).code };
    },
  },
  {
    cloud: "tencentcloud",
    vpcId: "vpc-aaaaaaaa",
    peeringId: "pcx-aaaabbbb",
    code: "UnsupportedOperation.MutexOperationTaskRunning",
    limit: 1,
    throttled: "RequestLimitExceeded",
    calls: {
      DescribeRouteTables: { often: 5 },
      DescribeRoutes: { often: 5, isOfPeering: true },
      DescribeRouteList: { often: 5, isOfPeering: true },
      DescribeAssistantCidr: { often: 5 },
      DescribeRouteConflicts: { often: 5 },
      CreateRoutes: { often: 5, isOfPeering: true, leavesRoutes: [there, other] },
      ReplaceRoutes: { often: 5, isOfPeering: true, leavesRoutes: [other] },
      DisableRoutes: { often: 5, isOfPeering: true },
      EnableRoutes: { often: 5, isOfPeering: true },
      DeleteRoutes: { often: 5, isOfPeering: true, leavesRoutes: [] },
    },
    open: async (tencentcloudPerSecond = 0) => {
      const { a, admin } = await tencentcloud.openRoutes({ limits: { tencentcloudPerSecond } });
      const { inTable, to } = tencentcloud;
      const RouteTableId = "rtb-aaaaaaaa";
      const made = await admin("POST", "/routes", post("tencentcloud", RouteTableId, "pcx-aaaabbbb"));
      const { id: RouteItemId } = made.body as RouteRow;
      const ofPeering = { Filters: [{ Name: "gateway-id", Values: ["pcx-aaaabbbb"] }] };
      const ofVpc = { Filters: [{ Name: "vpc-id", Values: ["vpc-aaaaaaaa"] }] };
      const params: Readonly<Record<string, object>> = {
        DescribeRouteTables: ofVpc,
        DescribeRoutes: { Filters: [...ofVpc.Filters, ...ofPeering.Filters] },
        DescribeRouteList: { Filters: [...ofVpc.Filters, ...ofPeering.Filters] },
        DescribeAssistantCidr: { VpcIds: ["vpc-aaaaaaaa"] },
        DescribeRouteConflicts: { RouteTableId, DestinationCidrBlocks: [other] },
        CreateRoutes: inTable(to(other)),
        ReplaceRoutes: inTable(to(other, { RouteItemId })),
        DisableRoutes: { RouteTableId, RouteItemIds: [RouteItemId] },
        EnableRoutes: { RouteTableId, RouteItemIds: [RouteItemId] },
        DeleteRoutes: inTable({ RouteItemId }),
      };
      return { admin, call: async (action) => (await a(action, { ...params[action] })).code };
    },
  },
  {
    cloud: "huaweicloud",
    vpcId: huaweicloud.vpcA,
    peeringId: huaweicloud.active,
    code: "VPC.0103",
    limit: 2,
    throttled: "APIGW.0308",
    calls: {
      ListRouteTables: { often: 2 },
      ShowRouteTable: { often: 2 },
      ListSubnets: { often: 2 },
      UpdateRouteTable: { often: 2, isOfPeering: true, leavesRoutes: [] },
      CreateVpcRoute: { often: 2, isOfPeering: true, leavesRoutes: [there, other] },
      ListVpcRoutes: { often: 2 },
    },
    open: async (huaweicloudPer5Minutes = 0) => {
      const { a, admin } = await huaweicloud.openRoutes({ limits: { huaweicloudPer5Minutes } });
      const { TABLES, mainA, vpcA } = huaweicloud;
      await admin("POST", "/routes", post("huaweicloud", mainA, huaweicloud.active));
      const ofVpc = { vpc_id: vpcA };
      const del = { routetable: { routes: { del: [{ destination: there }] } } };
      const route = { route: { ...huaweicloud.to(other), ...ofVpc } };
      const calls: Readonly<Record<string, () => ReturnType<typeof a>>> = {
        ListRouteTables: () => a("GET", TABLES, ofVpc),
        ShowRouteTable: () => a("GET", `${TABLES}/${mainA}`),
        ListSubnets: () => a("GET", TABLES.replace("routetables", "subnets"), ofVpc),
        UpdateRouteTable: () => a("PUT", `${TABLES}/${mainA}`, {}, del),
        CreateVpcRoute: () => a("POST", "/v2.0/vpc/routes", {}, route),
        ListVpcRoutes: () => a("GET", "/v2.0/vpc/routes", ofVpc),
      };
      const call = async (action: string) => {
        const answer = await calls[action]?.();
        return answer === undefined ? "no such call" : huaweiCodeOf(answer);
      };
      return { admin, call };
    },
  },
];

function post(cloud: string, table: string, peeringId: string): object {
  return { cloud, table, destination: there, hop: { kind: "peering", id: peeringId } };
}

const cases = stories.flatMap((story) =>
  Object.entries(story.calls).map(([action, call]) => ({ ...story, ...call, action })),
);

afterEach(() => {
  jest.restoreAllMocks();
});

describe.each(cases)("$cloud $action", (story) => {
  const { cloud, action, open, code, vpcId, peeringId } = story;

  /** Where the main table of VPC A leads to through the peering. */
  async function routesIn({ admin }: Opened): Promise<string[]> {
    const rows = (await admin("GET", "/routes")).body as RouteRow[];
    const own = rows.filter((row) => row.vpcId === vpcId && row.hop.id === peeringId);
    return own.map(({ destination }) => destination);
  }

  /** Lets the next call of a VPC or peering get an error, or its connection dropped. */
  const spoil = ({ admin }: Opened, more: object) =>
    admin("POST", "/faults", { cloud, action, fault: { type: "error", code }, ...more });

  test("goes wrong where a fault says so, by its VPC and peering, and nothing is done", async () => {
    const opened = await open();
    const before = await routesIn(opened);
    await spoil(opened, { vpcId: "another" });
    await spoil(opened, { peeringId: "another" });
    await spoil(opened, { vpcId });
    expect(await opened.call(action)).toBe(code);
    if (story.isOfPeering === true) {
      await spoil(opened, { peeringId });
      expect(await opened.call(action)).toBe(code);
    }
    expect(await routesIn(opened)).toEqual(before);
    expect(await opened.call(action)).toBeUndefined();
    expect(await routesIn(opened)).toEqual(story.leavesRoutes ?? before);
  });

  test("is done where its answer alone gets lost", async () => {
    const opened = await open();
    const before = await routesIn(opened);
    await spoil(opened, { fault: { type: "drop", when: "after" } });
    await expect(opened.call(action)).rejects.toThrow();
    expect(await routesIn(opened)).toEqual(story.leavesRoutes ?? before);
    const rows = (await opened.admin("GET", "/requests")).body as { action: string; httpStatus: unknown }[];
    expect(rows.filter((row) => row.action === action)).toMatchObject([{ httpStatus: null }]);
  });

  test(`is refused after ${story.often} times`, async () => {
    // The emulator's clock stands still, however long the calls take.
    jest.spyOn(Date, "now").mockReturnValue(Date.now());
    const { call } = await open(story.limit);
    const codes: unknown[] = [];
    for (let count = 0; count <= story.often; count += 1) codes.push(await call(action));
    expect(codes.at(-1)).toBe(story.throttled);
    expect(codes.slice(0, -1)).not.toContain(story.throttled);
  });
});
