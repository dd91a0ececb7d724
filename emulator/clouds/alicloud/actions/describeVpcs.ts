import type { Action } from "../action";
import { defaultResourceGroup } from "../defaults";
import { invalid } from "../errors";
import { tagList, textList } from "../params";
import { pageByNumber } from "../rules/pageByNumber";
import { vpcView } from "../view";
import type { WorldVpc } from "../world";

const mostIds = 20;

/** Lists the caller's VPCs in a region, page by page. VPCs have no tags here, so that a filter by tags finds none. */
export const describeVpcs: Action = {
  required: ["RegionId"],
  dryRun: true,
  prepare(context) {
    const { caller, core, params, settings } = context;
    const page = pageByNumber(params);
    const ids = textList(params, "VpcId");
    if (ids.length > mostIds) throw invalid("VpcId");
    const tableIdsOf = ({ vpcId, accountId }: WorldVpc) => {
      const vpc = core.vpcs.find("alicloud", vpcId, accountId);
      return vpc === undefined ? [] : core.routes.tables(vpc).map(({ id }) => id);
    };
    const asked = (name: string, value: string) => (params.get(name) || value) === value;
    return () => {
      const found = settings.vpcs.filter(
        (vpc) =>
          vpc.accountId === caller.accountId &&
          !vpc.hidden &&
          vpc.region === params.get("RegionId") &&
          (ids.length === 0 || ids.includes(vpc.vpcId)) &&
          asked("VpcName", vpc.name) &&
          asked("IsDefault", "false") &&
          asked("ResourceGroupId", defaultResourceGroup(vpc.accountId)) &&
          tagList(params, "Tag").length === 0,
      );
      const { rows, ...counts } = page(found);
      return {
        ...counts,
        Vpcs: {
          Vpc: rows.map((vpc) => ({
            ...vpcView(context, vpc),
            ResourceGroupId: defaultResourceGroup(vpc.accountId),
            RouterTableIds: { RouterTableIds: tableIdsOf(vpc) },
            NatGatewayIds: { NatGatewayIds: [] },
            Tags: { Tag: [] },
          })),
        },
      };
    };
  },
};
