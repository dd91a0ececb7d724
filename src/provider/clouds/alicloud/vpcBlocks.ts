import { z } from "zod";
import { isPeeringError } from "../../../model/errors";
import type { Context } from "../context";
import { canonicalBlocks } from "../kit/canonicalBlocks";
import type { Caller } from "../kit/pipeline";
import { shaped } from "../kit/shaped";
import type { BlocksRequest } from "../routing";
import type { ActionName, Params } from "./actions";

/** A VPC's own blocks. What stands under UserCidrs are public ranges that it uses privately, and none of its own. */
const VPC = z.object({
  CidrBlock: z.string(),
  SecondaryCidrBlocks: z.object({ SecondaryCidrBlock: z.array(z.string()) }).nullish(),
  Ipv6CidrBlock: z.string().nullish(),
  Ipv6CidrBlocks: z
    .object({ Ipv6CidrBlock: z.array(z.object({ Ipv6CidrBlock: z.string().nullish() })) })
    .nullish(),
});

/** Reads the blocks of a VPC; nothing if these keys see no such VPC. */
export function vpcBlocksBy(call: Caller<ActionName, Params>) {
  const action = "DescribeVpcAttribute";
  return async ({ region, vpcId, ipv6 }: BlocksRequest, context: Context): Promise<string[] | undefined> => {
    try {
      const answer = await call(action, { RegionId: region, VpcId: vpcId }, context);
      return blocksIn(shaped(VPC, answer, { cloud: "alicloud", action }), ipv6);
    } catch (error) {
      const { code = "" } = isPeeringError(error) ? error.facts : {};
      if (/^(InvalidVpc(Id)?\.NotFound|Forbidden\.VpcNotFound)$/i.test(code)) return undefined;
      throw error;
    }
  };
}

function blocksIn(vpc: z.output<typeof VPC>, ipv6: boolean): string[] {
  const secondary = vpc.SecondaryCidrBlocks?.SecondaryCidrBlock;
  const { Ipv6CidrBlock: rows = [] } = vpc.Ipv6CidrBlocks ?? {};
  const ofIpv6 = [vpc.Ipv6CidrBlock, ...rows.map(({ Ipv6CidrBlock }) => Ipv6CidrBlock)];
  return canonicalBlocks(vpc.CidrBlock, secondary, ipv6 ? ofIpv6 : []);
}
