import type { Context } from "../context";
import { oncePer } from "../kit/memo";
import type { Caller } from "../kit/pipeline";
import type { PreflightReads, Quota } from "../preflightReads";
import { blocksIn } from "../preflightReads";
import type { ActionName, Request } from "./actions";

const PAGE = 100;

/** The names of the limits, as the cloud has them. */
const CONNECTIONS = "vpc-max-vpcpeers";
const ROUTES = "route-table-max-policies";

interface Vpc {
  VpcId: string;
  CidrBlock?: string;
  Ipv6CidrBlock?: string;
  AssistantCidrSet?: { CidrBlock?: string }[];
}

/** What Tencent Cloud tells beforehand: a region's VPCs (DescribeVpcs) and its quotas (DescribeVpcLimits), each asked once; and a VPC's subnets. */
export function preflightReadsBy(call: Caller<ActionName, Request>): PreflightReads {
  const vpcsOf = oncePer(async (region: string, context: Context): Promise<Map<string, string[]>> => {
    const vpcs = new Map<string, string[]>();
    for (let read = 0, isLast = false; !isLast;) {
      // Texts, in this call alone.
      const page = await call(
        "DescribeVpcs",
        { region, params: { Offset: String(read), Limit: String(PAGE) } },
        context,
      );
      const rows = (page["VpcSet"] ?? []) as Vpc[];
      for (const { VpcId, CidrBlock, Ipv6CidrBlock, AssistantCidrSet } of rows) {
        const secondary = (AssistantCidrSet ?? []).map((block) => block.CidrBlock);
        vpcs.set(VpcId, blocksIn(CidrBlock, secondary, Ipv6CidrBlock));
      }
      read += rows.length;
      isLast = rows.length === 0 || read >= Number(page["TotalCount"] ?? 0);
    }
    return vpcs;
  });

  const limitOf = oncePer(async (key: string, context: Context): Promise<number | undefined> => {
    const [region = "", type = ""] = key.split(" ");
    const answer = await call("DescribeVpcLimits", { region, params: { LimitTypes: [type] } }, context);
    const limits = (answer["VpcLimitSet"] ?? []) as { LimitType?: string; LimitValue?: number }[];
    const limit = limits.find(({ LimitType }) => LimitType === type)?.LimitValue ?? 0;
    return limit > 0 ? limit : undefined;
  });

  return {
    addresses: async ({ vpcId, region }, context) => (await vpcsOf(region, context)).get(vpcId),
    quota: async ({ region }, context): Promise<Quota | undefined> => {
      const limit = await limitOf(`${region} ${CONNECTIONS}`, context);
      return limit === undefined ? undefined : { per: "vpc", limit };
    },
    async subnets({ region, vpcId }, context) {
      const blocks: string[] = [];
      for (let [read, isLast] = [0, false]; !isLast;) {
        const Filters = [{ Name: "vpc-id", Values: [vpcId] }];
        const params = { Filters, Offset: String(read), Limit: String(PAGE) };
        const answer = await call("DescribeSubnets", { region, params }, context);
        const rows = (answer["SubnetSet"] ?? []) as { CidrBlock?: string }[];
        blocks.push(...blocksIn(rows.map(({ CidrBlock }) => CidrBlock)));
        read += rows.length;
        isLast = rows.length === 0 || read >= Number(answer["TotalCount"] ?? 0);
      }
      return blocks;
    },
    routesPerTable: ({ region }, context) => limitOf(`${region} ${ROUTES}`, context),
  };
}
