import { oncePer } from "../kit/transport";
import type { Quota, PreflightReads } from "../preflightReads";
import { blocksIn } from "../preflightReads";
import type { Client } from "./client";

const PAGE = 100;

interface Vpc {
  id: string;
  cidr?: string;
  extend_cidrs?: string[];
}

interface Quotas {
  resources: { type: string; quota: number }[];
}

/** What Huawei Cloud tells beforehand: a project's VPCs (ListVpcs, version 3, which has the secondary blocks) and its quota (ShowQuota), each asked once. */
export function preflightReadsBy(client: Client): PreflightReads {
  const vpcsOf = oncePer(async (region, context): Promise<Map<string, string[]>> => {
    const vpcs = new Map<string, string[]>();
    for (let isLast = false; !isLast;) {
      const marker = [...vpcs.keys()].at(-1);
      const query = { limit: String(PAGE), ...(marker === undefined ? {} : { marker }) };
      const rows = await client.ask(
        "ListVpcs",
        { region, query },
        context,
        (answer) => answer["vpcs"] as Vpc[],
      );
      const before = vpcs.size;
      for (const { id, cidr, extend_cidrs } of rows) vpcs.set(id, blocksIn(cidr, extend_cidrs));
      isLast = rows.length < PAGE || vpcs.size === before;
    }
    return vpcs;
  });

  const quotaOf = oncePer(async (region, context): Promise<Quota | undefined> => {
    const question = { region, query: { type: "vpcPeer" } };
    const { resources } = await client.ask("ShowQuota", question, context, ({ quotas }) => quotas as Quotas);
    // -1 stands for none.
    const limit = resources.find(({ type }) => type === "vpcPeer")?.quota ?? -1;
    return limit >= 0 ? { per: "project", limit } : undefined;
  });

  return {
    addresses: async ({ vpcId, region }, context) => (await vpcsOf(region, context)).get(vpcId),
    quota: ({ region }, context) => quotaOf(region, context),
  };
}
