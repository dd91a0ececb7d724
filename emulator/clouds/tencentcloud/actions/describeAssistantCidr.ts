import type { Action } from "../action";
import { apiError } from "../errors";
import { assistantCidrs } from "../rules/assistantCidrs";
import { filtered } from "../rules/filters";
import { checkVpcId } from "../rules/ids";
import { pageOf } from "../rules/paging";
import { ownVpcs } from "../rules/routeTables";
import { filters, integer, listOf, text } from "../shape";

/** Lists the blocks that the caller's VPCs have beside their first. Offset and Limit are numbers. */
export const describeAssistantCidr: Action = {
  params: { VpcIds: listOf(text), Filters: filters, Offset: integer, Limit: integer },
  required: [],
  isRegional: true,
  isLimited: true,
  perSecond: 100,
  run(context) {
    const { params, settings } = context;
    const ids = params.texts("VpcIds");
    if (ids.length > 0 && params.has("Filters"))
      throw apiError("InvalidParameter.Coexist", "VpcIds and Filters");
    for (const id of ids) checkVpcId(context, "VpcIds", id);
    const named = ownVpcs(context).filter(({ vpcId }) => ids.length === 0 || ids.includes(vpcId));
    const rows = filtered(context, named, { "vpc-id": ({ vpcId }, value) => vpcId === value }).flatMap(
      (vpc) => {
        const described = settings.vpcs.find(({ vpcId, uin }) => vpcId === vpc.vpcId && uin === vpc.account);
        return assistantCidrs(vpc, described?.containerCidrBlocks ?? []);
      },
    );
    const page = pageOf(rows, params.integer("Offset") ?? 0, params.integer("Limit") ?? 20, 100);
    return { TotalCount: rows.length, AssistantCidrSet: page };
  },
};
