import type { Action } from "../action";
import { apiError } from "../errors";
import { filtered } from "../rules/filters";
import { filters, listOf, text } from "../shape";

const none = () => false;

/** Lists subnets. VPCs have none here, but what a call must not ask for is refused all the same. */
export const describeSubnets: Action = {
  params: { SubnetIds: listOf(text), Filters: filters, Offset: text, Limit: text },
  required: [],
  isRegional: true,
  isLimited: false,
  run(context) {
    const [id] = context.params.texts("SubnetIds");
    if (id !== undefined && context.params.has("Filters"))
      throw apiError("InvalidParameter.Coexist", "SubnetIds and Filters");
    if (id !== undefined) throw apiError("ResourceNotFound", id);
    const subnets = filtered(context, [], {
      "subnet-id": none,
      "vpc-id": none,
      "cidr-block": none,
      "is-default": none,
      "is-remote-vpc-snat": none,
      "subnet-name": none,
      zone: none,
      "tag-key": none,
      "route-table-id": none,
    });
    return { TotalCount: subnets.length, SubnetSet: subnets };
  },
};
