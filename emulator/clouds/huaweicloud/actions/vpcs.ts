import { ipv4BlocksOf } from "../../../core/store/vpcStore";
import type { JsonObject } from "../../../core/http/json";
import type { Action, ActionContext } from "../action";
import { ApiError } from "../errors";
import { type Page, pageOf } from "../rules/paging";
import { badParam } from "../rules/tableBodies";
import type { WorldVpc } from "../world";

/** Reads one VPC of the project. */
export const showVpc: Action = {
  limited: true,
  run: (context) => ({ status: 200, body: { vpc: vpcView(named(context)) } }),
};

/** The same in version 3 of the API, where a VPC has secondary address blocks. */
export const showVpcWithSecondaryBlocks: Action = {
  limited: true,
  run: (context) => ({ status: 200, body: { vpc: vpcViewV3(context, named(context)) } }),
};

/** Reads the tags of a VPC. VPCs have none here. */
export const showVpcTags: Action = {
  limited: true,
  run(context) {
    named(context);
    return { status: 200, body: { tags: [] } };
  },
};

/** Lists the VPCs of the project. */
export const listVpcs: Action = {
  limited: true,
  run: (context) => ({ status: 200, body: { vpcs: listed(context, ["id"]).rows.map(vpcView) } }),
};

/** The same in version 3 of the API, where a VPC has secondary address blocks. */
export const listVpcsWithSecondaryBlocks: Action = {
  limited: true,
  run(context) {
    const { rows, hasMore } = listed(context, ["id", "name", "description", "cidr"]);
    const page_info = {
      previous_marker: rows[0]?.id,
      current_count: rows.length,
      next_marker: hasMore ? rows.at(-1)?.id : undefined,
    };
    return { status: 200, body: { vpcs: rows.map((vpc) => vpcViewV3(context, vpc)), page_info } };
  },
};

/** The VPC that the path names. */
function named(context: ActionContext): WorldVpc {
  const vpc = ownVpcs(context).find(({ vpcId }) => vpcId === context.id);
  if (!vpc) throw new ApiError("service", 404, "VPC.0003", `VPC ${context.id} does not exist.`);
  if (vpc.hidden)
    throw new ApiError("service", 403, "VPC.2201", "Policy doesn't allow vpc:vpcs:get to be performed.");
  return vpc;
}

/** A page of the project's VPCs. Of a parameter's values, if it is given, one has to fit. */
function listed(
  context: ActionContext,
  parameters: readonly string[],
): Page<WorldVpc & { readonly id: string }> {
  const valuesOf = (name: string) =>
    context.pairs.filter(([given, value]) => given === name && value !== "").map(([, value]) => value);
  const asked = parameters.map((name) => [name, valuesOf(name)] as const);
  const fits = (vpc: WorldVpc) =>
    asked.every(
      ([name, values]) => values.length === 0 || values.some((value) => vpcView(vpc)[name] === value),
    );
  const rows = ownVpcs(context)
    .filter((vpc) => !vpc.hidden && fits(vpc))
    .map((vpc) => ({ ...vpc, id: vpc.vpcId }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  return pageOf(rows, context, badParam);
}

function ownVpcs({ caller, settings }: ActionContext): WorldVpc[] {
  return settings.vpcs.filter(({ projectId }) => projectId === caller.projectId);
}

function vpcView({ vpcId, cidrBlocks: [cidr = ""], projectId }: WorldVpc): JsonObject {
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

function vpcViewV3({ core }: ActionContext, vpc: WorldVpc): JsonObject {
  const { tenant_id, status, routes, ...view } = vpcView(vpc);
  const stored = core.vpcs.find("huaweicloud", vpc.vpcId, vpc.projectId) ?? vpc;
  return { ...view, extend_cidrs: ipv4BlocksOf(stored).slice(1), status: "ACTIVE", project_id: tenant_id };
}
