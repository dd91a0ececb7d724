import { complaints } from "../../../../../src/provider/clouds/alicloud/inputs";
import { inputs } from "../../../support/samples";

export type Inputs = Record<string, unknown>;

/** Inputs that the cloud takes. */
export const valid: Inputs = { ...inputs };
export const hangzhou = { vpcId: "vpc-hub", region: "cn-hangzhou" };
export const beijing = { vpcId: "vpc-spoke", region: "cn-beijing" };
/** Two VPCs in one region, where nothing can be said of the link. */
export const near: Inputs = {
  cloud: "alicloud",
  requester: hangzhou,
  accepter: { ...beijing, region: "cn-hangzhou" },
};

/** What is wrong with valid inputs once these replace their like. */
export const complain = (more: Inputs): string[] => complaints.connection({ ...valid, ...more });
