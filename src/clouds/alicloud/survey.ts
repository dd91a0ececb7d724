import { isPeeringError } from "../../model/errors";
import type { ConnectionSpec } from "../../model/peering";
import type { Answer } from "../answer";
import type { Call } from "../cloud";
import type { Survey } from "../survey";
import { blocksIn } from "../survey";
import type { ActionName, Params } from "./wire";

type Ask = (action: ActionName, params: Params, call: Call) => Promise<Answer>;

/** What Alibaba Cloud tells beforehand: VPCs one by one (DescribeVpcAttribute), and all else in a dry run. */
export function surveyBy(ask: Ask, createParams: (spec: ConnectionSpec) => Params): Survey {
  return {
    async addresses({ vpcId, region }, call) {
      try {
        const vpc = await ask("DescribeVpcAttribute", { RegionId: region, VpcId: vpcId }, call);
        const { SecondaryCidrBlock } = (vpc["SecondaryCidrBlocks"] ?? {}) as Answer;
        return blocksIn(vpc["CidrBlock"], SecondaryCidrBlock, vpc["Ipv6CidrBlock"]);
      } catch (error) {
        if (isPeeringError(error, "invalid") && /^InvalidVpc(Id)?\.NotFound$/i.test(error.facts.code ?? ""))
          return undefined;
        throw error;
      }
    },

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
