import type { Action } from "../action";
import { uid } from "../view";
import { apiError } from "../errors";

/** Reads a VPC of the caller's own. Somebody else's is as unknown as one that is not there. */
export const describeVpcAttribute: Action = {
  required: ["VpcId"],
  dryRun: true,
  prepare({ caller, params, settings }) {
    const vpc = settings.vpcs.find(
      ({ vpcId, accountId }) => vpcId === params.get("VpcId") && accountId === caller.accountId,
    );
    if (!vpc || (params.get("RegionId") || vpc.region) !== vpc.region)
      throw apiError("InvalidVpcId.NotFound");
    if (vpc.hidden) throw apiError("Forbidden.RAM");
    const [cidrBlock, ...secondary] = vpc.cidrBlocks;
    return () => ({
      VpcId: vpc.vpcId,
      VpcName: vpc.name,
      Description: "",
      Status: vpc.status,
      RegionId: vpc.region,
      OwnerId: uid(vpc.accountId),
      CidrBlock: cidrBlock ?? "",
      SecondaryCidrBlocks: { SecondaryCidrBlock: secondary },
      Ipv6CidrBlock: vpc.ipv6CidrBlocks[0] ?? "",
      UserCidrs: { UserCidr: [] },
      IsDefault: false,
      ClassicLinkEnabled: false,
      VRouterId: vpc.vpcId.replace(/^vpc-/, "vrt-"),
      VSwitchIds: { VSwitchId: [] },
      CreationTime: "2026-01-01T00:00:00Z",
    });
  },
};
