import type { Context } from "../context";
import { oncePer } from "../kit/memo";
import type { Caller } from "../kit/pipeline";
import type { PreflightReads, Quota } from "../preflightReads";
import { blocksIn } from "../preflightReads";
import type { ActionName, Request } from "./actions";

const PAGE = 100;
const LIMIT_TYPE = "vpc-max-vpcpeers";

interface Vpc {
  VpcId: string;
  CidrBlock?: string;
  Ipv6CidrBlock?: string;
  AssistantCidrSet?: { CidrBlock?: string }[];
}

/** What Tencent Cloud tells beforehand: a region's VPCs (DescribeVpcs) and its quota (DescribeVpcLimits), each asked once. */
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

  const quotaOf = oncePer(async (region: string, context: Context): Promise<Quota | undefined> => {
    const answer = await call("DescribeVpcLimits", { region, params: { LimitTypes: [LIMIT_TYPE] } }, context);
    const limits = (answer["VpcLimitSet"] ?? []) as { LimitType?: string; LimitValue?: number }[];
    const limit = limits.find(({ LimitType }) => LimitType === LIMIT_TYPE)?.LimitValue ?? 0;
    return limit > 0 ? { per: "vpc", limit } : undefined;
  });

  return {
    addresses: async ({ vpcId, region }, context) => (await vpcsOf(region, context)).get(vpcId),
    quota: ({ region }, context) => quotaOf(region, context),
  };
}
