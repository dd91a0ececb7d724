import type { Action } from "../action";
import { defaultResourceGroup } from "../defaults";
import { invalid } from "../errors";
import { integer, tagList, textList } from "../params";
import { vpcView } from "../view";

const mostIds = 20;
const largestPage = 50;

/** Lists the caller's VPCs in a region, page by page. VPCs have no tags here, so that a filter by tags finds none. */
export const describeVpcs: Action = {
  required: ["RegionId"],
  dryRun: true,
  prepare({ caller, params, settings }) {
    const pageNumber = integer(params, "PageNumber") ?? 1;
    const pageSize = integer(params, "PageSize") ?? 10;
    if (pageNumber < 1) throw invalid("PageNumber");
    if (pageSize < 1 || pageSize > largestPage) throw invalid("PageSize");
    const ids = textList(params, "VpcId");
    if (ids.length > mostIds) throw invalid("VpcId");
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
      const page = found.slice((pageNumber - 1) * pageSize, pageNumber * pageSize);
      return {
        TotalCount: found.length,
        PageNumber: pageNumber,
        PageSize: pageSize,
        Vpcs: {
          Vpc: page.map((vpc) => ({
            ...vpcView(vpc),
            ResourceGroupId: defaultResourceGroup(vpc.accountId),
            RouterTableIds: { RouterTableIds: [] },
            NatGatewayIds: { NatGatewayIds: [] },
            Tags: { Tag: [] },
          })),
        },
      };
    };
  },
};
