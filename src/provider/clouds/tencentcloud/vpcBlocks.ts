import { z } from "zod";
import { canonicalBlocks } from "../kit/canonicalBlocks";
import type { Caller } from "../kit/pipeline";
import { shaped } from "../kit/shaped";
import { unlessGone } from "../kit/unlessGone";
import type { RouteVerbs } from "../routing";
import type { ActionName, Request } from "./actions";

/** The longest page of VPCs. */
const PAGE = 100;

const text = z.string().nullish();

const VPC = z.object({
  VpcId: z.string(),
  CidrBlock: text,
  AssistantCidrSet: z.array(z.object({ CidrBlock: text, AssistantType: z.number().nullish() })).nullish(),
  Ipv6CidrBlock: text,
  Ipv6CidrBlockSet: z.array(z.object({ IPv6CidrBlock: text })).nullish(),
});

const VPCS = z.object({ VpcSet: z.array(VPC), TotalCount: z.number().nullish() });

/** Reads the blocks of VPCs. */
export function vpcBlocksBy(call: Caller<ActionName, Request>): Pick<RouteVerbs, "blocks" | "blocksOfAll"> {
  const action = "DescribeVpcs";
  const read = (answer: unknown) => shaped(VPCS, answer, { cloud: "tencentcloud", action });

  return {
    async blocks({ region, vpcId, ipv6 }, context) {
      const answer = await unlessGone(call(action, { region, params: { VpcIds: [vpcId] } }, context));
      if (answer === undefined) return undefined;
      const vpc = read(answer).VpcSet.find(({ VpcId }) => VpcId === vpcId);
      return vpc && [...ipv4BlocksIn(vpc), ...(ipv6 ? ipv6BlocksIn(vpc) : [])];
    },

    async blocksOfAll({ region }, context) {
      const all = new Map<string, string[]>();
      for (let [count, isLast] = [0, false]; !isLast;) {
        // Texts, in this call alone.
        const params = { Offset: String(count), Limit: String(PAGE) };
        const { VpcSet, TotalCount } = read(await call(action, { region, params }, context));
        for (const vpc of VpcSet) all.set(vpc.VpcId, ipv4BlocksIn(vpc));
        count += VpcSet.length;
        isLast = VpcSet.length === 0 || count >= (TotalCount ?? 0);
      }
      return all;
    },
  };
}

function ipv4BlocksIn({ CidrBlock: first, AssistantCidrSet }: z.output<typeof VPC>): string[] {
  // Others are for containers, whose routes the cloud makes itself.
  const secondary = (AssistantCidrSet ?? []).filter(({ AssistantType }) => (AssistantType ?? 0) === 0);
  return canonicalBlocks(first, ...secondary.map(({ CidrBlock }) => CidrBlock));
}

function ipv6BlocksIn({ Ipv6CidrBlock: first, Ipv6CidrBlockSet }: z.output<typeof VPC>): string[] {
  const rows = Ipv6CidrBlockSet ?? [];
  return canonicalBlocks(first, ...rows.map(({ IPv6CidrBlock }) => IPv6CidrBlock));
}
