import type { Context } from "../context";
import { oncePer } from "../kit/memo";
import type { Caller } from "../kit/pipeline";
import type { PreflightReads, Quota } from "../preflightReads";
import { blocksIn } from "../preflightReads";
import type { ActionName, Request } from "./actions";
import { rowsOf } from "./list";

interface Vpc {
  id: string;
  cidr?: string;
  extend_cidrs?: string[];
}

interface Quotas {
  resources: { type: string; quota: number }[];
}

/** What Huawei Cloud tells beforehand: a project's VPCs (ListVpcs, version 3, which has the secondary blocks) and its quota (ShowQuota), each asked once. */
export function preflightReadsBy(call: Caller<ActionName, Request>): PreflightReads {
  const vpcsOf = oncePer(async (region: string, context: Context): Promise<Map<string, string[]>> => {
    const vpcs = await rowsOf<Vpc>(call, { action: "ListVpcs", rows: "vpcs", region }, context);
    return new Map(vpcs.map(({ id, cidr, extend_cidrs }) => [id, blocksIn(cidr, extend_cidrs)]));
  });

  const quotaOf = oncePer(async (key: string, context: Context): Promise<number | undefined> => {
    const [region = "", kind = ""] = key.split(" ");
    const answer = await call("ShowQuota", { region, query: { type: kind } }, context);
    const { resources } = answer["quotas"] as Quotas;
    // -1 stands for none.
    const quota = resources.find(({ type }) => type === kind)?.quota ?? -1;
    return quota >= 0 ? quota : undefined;
  });

  return {
    addresses: async ({ vpcId, region }, context) => (await vpcsOf(region, context)).get(vpcId),
    quota: async ({ region }, context): Promise<Quota | undefined> => {
      const limit = await quotaOf(`${region} vpcPeer`, context);
      return limit === undefined ? undefined : { per: "project", limit };
    },
    routesPerTable: ({ region }, context) => quotaOf(`${region} routetableContainRoutes`, context),
    subnets: async ({ region, vpcId }, context) => {
      const list = { action: "ListSubnets", rows: "subnets", region, query: { vpc_id: vpcId } } as const;
      const subnets = await rowsOf<{ id: string; cidr?: string }>(call, list, context);
      return blocksIn(subnets.map(({ cidr }) => cidr));
    },
  };
}
