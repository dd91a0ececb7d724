import type { Action } from "../action";
import { apiError } from "../errors";
import { subnetView } from "../routeView";
import { filtered } from "../rules/filters";
import { pageOf, textNumber } from "../rules/paging";
import { ownVpcs } from "../rules/routeTables";
import { filters, listOf, text } from "../shape";

const none = () => false;

/** Lists the subnets of the caller's VPCs in a region. Offset and Limit are texts. */
export const describeSubnets: Action = {
  params: { SubnetIds: listOf(text), Filters: filters, Offset: text, Limit: text },
  required: [],
  isRegional: true,
  isLimited: false,
  run(context) {
    const ids = context.params.texts("SubnetIds");
    if (ids.length > 0 && context.params.has("Filters"))
      throw apiError("InvalidParameter.Coexist", "SubnetIds and Filters");
    const all = ownVpcs(context).flatMap((vpc) => context.core.routes.subnets(vpc));
    const named = all.filter(({ id }) => ids.length === 0 || ids.includes(id));
    const unknown = ids.find((id) => !named.some((subnet) => subnet.id === id));
    if (unknown !== undefined) throw apiError("ResourceNotFound", unknown);
    const rows = filtered(context, named, {
      "subnet-id": ({ id }, value) => id === value,
      "vpc-id": ({ vpc }, value) => vpc.vpcId === value,
      "cidr-block": ({ cidr }, value) => cidr === value,
      "route-table-id": ({ table }, value) => table.id === value,
      "is-default": (_, value) => value === "false",
      "is-remote-vpc-snat": none,
      "subnet-name": none,
      zone: ({ vpc }, value) => value === `${vpc.region}-1`,
      "ipv6-cidr-block": ({ ipv6Cidr }, value) => ipv6Cidr === value,
      "tag-key": none,
      "tag:": none,
    });
    const page = pageOf(rows, textNumber(context, "Offset", 0), textNumber(context, "Limit", 20), 100);
    return { TotalCount: rows.length, SubnetSet: page.map(subnetView) };
  },
};
