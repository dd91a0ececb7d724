import { huaweicloud } from "../../../model/clouds/huaweicloud";
import type { Meaning } from "../kit/errorCodes";
import type { ActionName } from "./actions";
import type { ShapedRefusal } from "./refusal";

/** The permissions that the calls about routes need, which have names of their own. */
const PERMISSIONS: Partial<Record<ActionName, string>> = {
  ListRouteTables: "vpc:routeTables:list",
  ShowRouteTable: "vpc:routeTables:get",
  UpdateRouteTable: "vpc:routeTables:update",
  ShowVpc: "vpc:vpcs:get",
  ShowVpcV1: "vpc:vpcs:get",
  ListSubnets: "vpc:subnets:get",
};

const OUT_OF_QUOTA: Meaning = {
  kind: "quota",
  remedy: `A route table can have ${huaweicloud.routing.perTable} routes: remove some, join destinations to larger blocks, or ask for more in the console (My Quotas).`,
};

/** The codes of route tables. */
const BY_CODE: Readonly<Record<string, Meaning>> = {
  "VPC.0114": OUT_OF_QUOTA,
  "VPC.2808": {
    kind: "gone",
    remedy: "The route table is gone: run `pulumi refresh`, then `pulumi up`.",
  },
  "VPC.2809": {
    kind: "invalid",
    remedy:
      "A destination can be neither within a subnet of this VPC nor within what the cloud uses itself, such as 100.64.0.0/10.",
  },
  "VPC.2810": { kind: "quota", remedy: "The VPC can have no further route tables." },
  "VPC.2812": {
    kind: "duplicate",
    remedy: "The route table leads there already: remove that route, or leave the destination out.",
  },
};

/** How the network behind it refuses a next hop: with one code for whatever is wrong. */
const BAD_HOP: Meaning = {
  kind: "wrongState",
  remedy:
    "Routes need an active connection that joins the table's own VPC: look at its status, run `pulumi refresh`, then `pulumi up`.",
};

/** What a refusal means as an answer to this action, if that is about routes and this is a matter of theirs. */
export function routeMeaning(action: ActionName, refusal: ShapedRefusal): Meaning | undefined {
  const permission = PERMISSIONS[action];
  if (permission === undefined) return undefined;
  const { status, code = "" } = refusal;
  if (status === 403) {
    const remedy = `Allow these keys \`${permission}\` in IAM (see "With routes" in docs/huaweicloud.md), and check that the project is theirs.`;
    return { kind: "permission", remedy };
  }
  if (status < 500 && /quota/i.test(code)) return OUT_OF_QUOTA;
  if (status < 500 && code === "VPC.0105") return BAD_HOP;
  return Object.hasOwn(BY_CODE, code) ? BY_CODE[code] : undefined;
}
