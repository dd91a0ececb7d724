import type { JsonObject } from "../../core/json";
import type { Action, ActionContext } from "../action";
import { ApiError } from "../errors";
import { pageOf } from "../paging";
import type { HuaweicloudVpc } from "../world";

/** Reads one VPC of the project. */
export const showVpc: Action = {
  limited: true,
  run(context) {
    const vpc = ownVpcs(context).find(({ vpcId }) => vpcId === context.id);
    if (!vpc) throw new ApiError("B", 404, "VPC.0003", `VPC ${context.id} does not exist.`);
    if (vpc.hidden)
      throw new ApiError("B", 403, "VPC.2201", "Policy doesn't allow vpc:vpcs:get to be performed.");
    return { status: 200, body: { vpc: vpcView(vpc) } };
  },
};

/** Lists the VPCs of the project. */
export const listVpcs: Action = {
  limited: true,
  run(context) {
    const rows = ownVpcs(context)
      .filter(({ hidden }) => !hidden)
      .map((vpc) => ({ ...vpc, id: vpc.vpcId }))
      .sort((a, b) => (a.id < b.id ? -1 : 1));
    return { status: 200, body: { vpcs: pageOf(rows, context).rows.map(vpcView) } };
  },
};

function ownVpcs({ caller, settings }: ActionContext): HuaweicloudVpc[] {
  return settings.vpcs.filter(({ projectId }) => projectId === caller.projectId);
}

function vpcView({ vpcId, cidrBlocks: [cidr = ""], projectId }: HuaweicloudVpc): JsonObject {
  return {
    id: vpcId,
    name: `vpc-${vpcId.slice(-4)}`,
    description: "",
    cidr,
    status: "OK",
    routes: [],
    enterprise_project_id: "0",
    tenant_id: projectId,
  };
}
