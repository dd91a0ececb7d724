import { z } from "zod";
import type { Context } from "../context";
import { canonicalBlocks } from "../kit/canonicalBlocks";
import type { Caller } from "../kit/pipeline";
import { shaped } from "../kit/shaped";
import { unlessGone } from "../kit/unlessGone";
import type { BlocksRequest } from "../routing";
import type { ActionName, Request } from "./actions";

const text = z.string().nullish();

const VPCS = z.object({
  VpcSet: z.array(
    z.object({
      VpcId: z.string(),
      CidrBlock: text,
      AssistantCidrSet: z.array(z.object({ CidrBlock: text, AssistantType: z.number().nullish() })).nullish(),
      Ipv6CidrBlock: text,
      Ipv6CidrBlockSet: z.array(z.object({ IPv6CidrBlock: text })).nullish(),
    }),
  ),
});

/** Reads the blocks of a VPC; nothing if these keys see no such VPC. */
export function vpcBlocksBy(call: Caller<ActionName, Request>) {
  const action = "DescribeVpcs";
  return async ({ region, vpcId, ipv6 }: BlocksRequest, context: Context): Promise<string[] | undefined> => {
    const answer = await unlessGone(call(action, { region, params: { VpcIds: [vpcId] } }, context));
    if (answer === undefined) return undefined;
    const { VpcSet } = shaped(VPCS, answer, { cloud: "tencentcloud", action });
    const vpc = VpcSet.find(({ VpcId }) => VpcId === vpcId);
    if (vpc === undefined) return undefined;
    // Others are for containers, whose routes the cloud makes itself.
    const secondary = (vpc.AssistantCidrSet ?? []).filter(({ AssistantType }) => (AssistantType ?? 0) === 0);
    const ofIpv6 = (vpc.Ipv6CidrBlockSet ?? []).map(({ IPv6CidrBlock }) => IPv6CidrBlock);
    return canonicalBlocks(
      vpc.CidrBlock,
      secondary.map(({ CidrBlock }) => CidrBlock),
      ipv6 ? [vpc.Ipv6CidrBlock, ...ofIpv6] : [],
    );
  };
}
