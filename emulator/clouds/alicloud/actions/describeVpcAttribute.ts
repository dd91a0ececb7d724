import type { Action } from "../action";
import { apiError } from "../errors";
import { vpcView } from "../view";

/** Reads a VPC of the caller's own. Somebody else's is as unknown as one that is not there. */
export const describeVpcAttribute: Action = {
  required: ["VpcId"],
  dryRun: true,
  prepare(context) {
    const { caller, params, settings } = context;
    const vpc = settings.vpcs.find(
      ({ vpcId, accountId }) => vpcId === params.get("VpcId") && accountId === caller.accountId,
    );
    if (!vpc || (params.get("RegionId") || vpc.region) !== vpc.region)
      throw apiError("InvalidVpcId.NotFound");
    if (vpc.hidden) throw apiError("Forbidden.RAM");
    return () => vpcView(context, vpc);
  },
};
