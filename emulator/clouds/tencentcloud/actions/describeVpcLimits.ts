import type { Action } from "../action";
import { apiError } from "../errors";
import { listOf, text } from "../shape";

const knownLimits = ["vpc-max-vpcpeers", "vpc-max-available-vpcpeers"];
const mostTypes = 100;

/** Tells the quotas of a VPC. */
export const describeVpcLimits: Action = {
  params: { LimitTypes: listOf(text) },
  required: ["LimitTypes"],
  isRegional: true,
  isLimited: true,
  run({ params, settings }) {
    const types = params.texts("LimitTypes");
    if (types.length > mostTypes) throw apiError("InvalidParameterValue.LimitExceeded", "LimitTypes");
    const unknown = types.find((type) => !knownLimits.includes(type));
    if (unknown !== undefined) throw apiError("InvalidParameterValue", "LimitTypes");
    const LimitValue = settings.quotas.perVpc;
    return { VpcLimitSet: types.map((LimitType) => ({ LimitType, LimitValue })) };
  },
};
