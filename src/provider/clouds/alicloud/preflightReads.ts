import { isPeeringError } from "../../../model/errors";
import type { ConnectionSpec } from "../../../model/peering";
import type { Answer } from "../kit/answer";
import type { Call } from "../cloud";
import { oncePer } from "../kit/transport";
import type { Survey } from "../preflightReads";
import { blocksIn } from "../preflightReads";
import type { ActionName, Params } from "./wire";

type Ask = (action: ActionName, params: Params, call: Call) => Promise<Answer>;

/** What Alibaba Cloud tells beforehand: each VPC (DescribeVpcAttribute), asked once, and all else in a dry run. */
export function surveyBy(ask: Ask, createParams: (spec: ConnectionSpec) => Params): Survey {
  const addressesOf = oncePer(async (key, call): Promise<string[] | undefined> => {
    const [RegionId, VpcId] = key.split(" ");
    try {
      const vpc = await ask("DescribeVpcAttribute", { RegionId, VpcId }, call);
      const { SecondaryCidrBlock } = (vpc["SecondaryCidrBlocks"] ?? {}) as Answer;
      return blocksIn(vpc["CidrBlock"], SecondaryCidrBlock, vpc["Ipv6CidrBlock"]);
    } catch (error) {
      const { code = "" } = isPeeringError(error) ? error.facts : {};
      if (/^InvalidVpc(Id)?\.NotFound$/i.test(code)) return undefined;
      throw error;
    }
  });

  return {
    addresses: ({ vpcId, region }, call) => addressesOf(`${region} ${vpcId}`, call),

    async rehearse(spec, call) {
      try {
        await ask("CreateVpcPeerConnection", { ...createParams(spec), DryRun: true }, call);
      } catch (error) {
        // How this cloud says that a dry run went well.
        if (isPeeringError(error) && error.facts.code === "DryRunOperation") return;
        throw error;
      }
    },
  };
}
