import type { Action } from "../action";
import { subnetView } from "../routeView";
import { pageOf } from "../rules/paging";
import { badParam } from "../rules/tableBodies";
import { ownVpcs } from "../rules/routeTables";

/** Lists the subnets of the project, by ascending id. */
export const listSubnets: Action = {
  limited: true,
  run(context) {
    const wanted = context.query.get("vpc_id") ?? "";
    const rows = ownVpcs(context)
      .filter(({ vpcId }) => wanted === "" || vpcId === wanted)
      .flatMap((vpc) => context.core.routes.subnets(vpc))
      .sort((a, b) => (a.id < b.id ? -1 : 1));
    return { status: 200, body: { subnets: pageOf(rows, context, badParam).rows.map(subnetView) } };
  },
};
