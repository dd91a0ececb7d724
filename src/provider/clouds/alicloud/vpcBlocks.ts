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
        return blocksIn(shaped(VPC, answer, { cloud: "alicloud", action }), ipv6);
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
        for (const vpc of rows) all.set(vpc.VpcId, blocksIn(vpc, false));
        isLast = rows.length < PAGE;
      }
      return all;
    },
  };
}

function blocksIn(vpc: z.output<typeof VPC>, ipv6: boolean): string[] {
  const secondary = vpc.SecondaryCidrBlocks?.SecondaryCidrBlock;
  const { Ipv6CidrBlock: rows = [] } = vpc.Ipv6CidrBlocks ?? {};
  const ofIpv6 = [vpc.Ipv6CidrBlock, ...rows.map(({ Ipv6CidrBlock }) => Ipv6CidrBlock)];
  return canonicalBlocks(vpc.CidrBlock, secondary, ipv6 ? ofIpv6 : []);
}
