import type { Action } from "../action";
import { apiError } from "../errors";
import { listOf, text } from "../shape";
import type { Settings } from "../world";

/** The limits that there are here. */
const limits: Readonly<Record<string, keyof Settings["quotas"]>> = {
  "vpc-max-vpcpeers": "perVpc",
  "vpc-max-available-vpcpeers": "perVpc",
  "vpc-max-route-tables": "tablesPerVpc",
  "route-table-max-policies": "routesPerTable",
};
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
    return {
      VpcLimitSet: types.map((LimitType) => {
        const quota = Object.hasOwn(limits, LimitType) ? limits[LimitType] : undefined;
        if (quota === undefined) throw apiError("InvalidParameterValue", "LimitTypes");
        return { LimitType, LimitValue: settings.quotas[quota] };
      }),
    };
  },
};
