import { z } from "zod";
import { isPeeringError } from "../../../model/errors";
import { canonicalBlocks } from "../kit/canonicalBlocks";
import type { Caller } from "../kit/pipeline";
import { shaped } from "../kit/shaped";
import type { RouteVerbs } from "../routing";
import type { ActionName, Params } from "./actions";

/** The longest page of VPCs. */
const PAGE = 50;

/** A VPC's own blocks. What stands under UserCidrs are public ranges that it uses privately, and none of its own. */
const VPC = z.object({
  CidrBlock: z.string(),
  SecondaryCidrBlocks: z.object({ SecondaryCidrBlock: z.array(z.string()) }).nullish(),
  Ipv6CidrBlock: z.string().nullish(),
  Ipv6CidrBlocks: z
    .object({ Ipv6CidrBlock: z.array(z.object({ Ipv6CidrBlock: z.string().nullish() })) })
    .nullish(),
});

const VPCS = z.object({
  Vpcs: z.object({ Vpc: z.array(VPC.extend({ VpcId: z.string() })) }),
});

/** Reads the blocks of VPCs. */
export function vpcBlocksBy(call: Caller<ActionName, Params>): Pick<RouteVerbs, "blocks" | "blocksOfAll"> {
  return {
    async blocks({ region, vpcId, ipv6 }, context) {
      const action = "DescribeVpcAttribute";
      try {
        const answer = await call(action, { RegionId: region, VpcId: vpcId }, context);
        const vpc = shaped(VPC, answer, { cloud: "alicloud", action });
        return [...ipv4BlocksIn(vpc), ...(ipv6 ? ipv6BlocksIn(vpc) : [])];
      } catch (error) {
        const { code = "" } = isPeeringError(error) ? error.facts : {};
        if (/^(InvalidVpc(Id)?\.NotFound|Forbidden\.VpcNotFound)$/i.test(code)) return undefined;
        throw error;
      }
    },

    async blocksOfAll({ region }, context) {
      const action = "DescribeVpcs";
      const all = new Map<string, string[]>();
      for (let PageNumber = 1, isLast = false; !isLast; PageNumber++) {
        const answer = await call(action, { RegionId: region, PageNumber, PageSize: PAGE }, context);
        const rows = shaped(VPCS, answer, { cloud: "alicloud", action }).Vpcs.Vpc;
        for (const vpc of rows) all.set(vpc.VpcId, ipv4BlocksIn(vpc));
        isLast = rows.length < PAGE;
      }
      return all;
    },
  };
}

function ipv4BlocksIn({ CidrBlock, SecondaryCidrBlocks: secondary }: z.output<typeof VPC>): string[] {
  return canonicalBlocks(CidrBlock, secondary?.SecondaryCidrBlock);
}

function ipv6BlocksIn({ Ipv6CidrBlock: first, Ipv6CidrBlocks: more }: z.output<typeof VPC>): string[] {
  const { Ipv6CidrBlock: rows = [] } = more ?? {};
  return canonicalBlocks(first, ...rows.map(({ Ipv6CidrBlock }) => Ipv6CidrBlock));
}
