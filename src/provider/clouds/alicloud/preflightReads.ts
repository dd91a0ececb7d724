import { isPeeringError } from "../../../model/errors";
import type { ConnectionSpec } from "../../../model/peering";
import type { Context } from "../context";
import type { Fields } from "../kit/json";
import { oncePer } from "../kit/memo";
import type { Caller } from "../kit/pipeline";
import type { PreflightReads } from "../preflightReads";
import { blocksIn } from "../preflightReads";
import type { ActionName, Params } from "./actions";

/** How many vSwitches a page has, at most. */
const PAGE = 50;

/** What Alibaba Cloud tells beforehand: each VPC (DescribeVpcAttribute), asked once, and all else in a dry run. */
export function preflightReadsBy(
  call: Caller<ActionName, Params>,
  createParams: (spec: ConnectionSpec) => Params,
): PreflightReads {
  const addressesOf = oncePer(async (key: string, context: Context): Promise<string[] | undefined> => {
    const [RegionId, VpcId] = key.split(" ");
    try {
      const vpc = await call("DescribeVpcAttribute", { RegionId, VpcId }, context);
      const { SecondaryCidrBlock } = (vpc["SecondaryCidrBlocks"] ?? {}) as Fields;
      return blocksIn(vpc["CidrBlock"], SecondaryCidrBlock, vpc["Ipv6CidrBlock"]);
    } catch (error) {
      const { code = "" } = isPeeringError(error) ? error.facts : {};
      if (/^InvalidVpc(Id)?\.NotFound$/i.test(code)) return undefined;
      throw error;
    }
  });

  return {
    async subnets({ region, vpcId }, context) {
      const blocks: string[] = [];
      for (let [page, isLast] = [1, false]; !isLast; page++) {
        const asked = { RegionId: region, VpcId: vpcId, PageNumber: page, PageSize: PAGE };
        const answer = await call("DescribeVSwitches", asked, context);
        const { VSwitch: rows = [] } = (answer["VSwitches"] ?? {}) as { VSwitch?: Fields[] };
        blocks.push(...blocksIn(rows.map(({ CidrBlock }) => CidrBlock)));
        isLast = rows.length < PAGE;
      }
      return blocks;
    },

    addresses: ({ vpcId, region }, context) => addressesOf(`${region} ${vpcId}`, context),

    async rehearse(spec, context) {
      try {
        await call("CreateVpcPeerConnection", { ...createParams(spec), DryRun: true }, context);
      } catch (error) {
        // How this cloud says that a dry run went well.
        if (isPeeringError(error) && error.facts.code === "DryRunOperation") return;
        throw error;
      }
    },
  };
}
