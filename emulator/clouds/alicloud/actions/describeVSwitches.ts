import type { Action } from "../action";
import { missing } from "../errors";
import { isGiven } from "../params";
import { pageByNumber } from "../rules/pageByNumber";
import { readableVpcs } from "../rules/routeTables";
import { vSwitchView } from "../routeView";

/** Lists the vSwitches of the caller's VPCs, page by page. */
export const describeVSwitches: Action = {
  required: [],
  dryRun: true,
  perMinute: 600,
  prepare(context) {
    const { core, params } = context;
    if (!isGiven(params, "RegionId") && !isGiven(params, "VpcId")) throw missing("RegionId");
    const page = pageByNumber(params);
    const asked = (name: string, value: string) => (params.get(name) || value) === value;
    return () => {
      const found = readableVpcs(context)
        .flatMap((vpc) => core.routes.subnets(vpc))
        .filter(
          ({ id, vpc, table }) =>
            asked("VpcId", vpc.vpcId) && asked("VSwitchId", id) && asked("RouteTableId", table.id),
        );
      const { rows, ...counts } = page(found);
      return { ...counts, VSwitches: { VSwitch: rows.map(vSwitchView) } };
    };
  },
};
