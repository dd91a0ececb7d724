import type { Action } from "../action";
import { apiError } from "../errors";
import { tableView } from "../routeView";
import { newTableId, routing } from "../routing";
import { checkVpcId } from "../rules/ids";
import { findTable, ownVpcs } from "../rules/routeTables";
import { tags, text } from "../shape";

/** In bytes. */
const longestName = 60;

/** Makes a route table, which no subnet is on yet. */
export const createRouteTable: Action = {
  params: { VpcId: text, RouteTableName: text, Tags: tags },
  required: ["VpcId", "RouteTableName"],
  isRegional: true,
  isLimited: true,
  perSecond: 100,
  run(context) {
    const { core, params, settings } = context;
    const [vpcId, name] = [params.text("VpcId") ?? "", params.text("RouteTableName") ?? ""];
    checkVpcId(context, "VpcId", vpcId);
    checkName(name);
    const vpc = ownVpcs(context).find((one) => one.vpcId === vpcId);
    if (!vpc) throw apiError("ResourceNotFound", vpcId);
    const { tablesPerVpc } = settings.quotas;
    if (tablesPerVpc > 0 && core.routes.tables(vpc).length >= tablesPerVpc)
      throw apiError("LimitExceeded", vpcId, tablesPerVpc);
    const table = core.routes.addTable({ id: newTableId(), vpc, routing, name, description: "" });
    return { RouteTable: tableView(context, table, []) };
  },
};

/** Gives a route table another name. */
export const modifyRouteTableAttribute: Action = {
  params: { RouteTableId: text, RouteTableName: text },
  required: ["RouteTableId"],
  isRegional: true,
  isLimited: true,
  perSecond: 100,
  run(context) {
    const table = findTable(context);
    const name = context.params.text("RouteTableName") ?? table.name;
    checkName(name);
    table.name = name;
    return {};
  },
};

function checkName(name: string): void {
  if (Buffer.byteLength(name) > longestName)
    throw apiError("InvalidParameterValue.TooLong", "RouteTableName");
}

/** Removes a route table that no subnet is on, with its routes. */
export const deleteRouteTable: Action = {
  params: { RouteTableId: text },
  required: ["RouteTableId"],
  isRegional: true,
  isLimited: true,
  perSecond: 100,
  run(context) {
    const { core } = context;
    const table = findTable(context);
    if (table.main) throw apiError("UnsupportedOperation.DelDefaultRoute", table.id);
    if (core.routes.subnets(table.vpc).some((subnet) => subnet.table === table))
      throw apiError("UnsupportedOperation.DelRouteWithSubnet", table.id);
    core.routes.removeTable(table);
    return {};
  },
};

/** Puts a subnet on another table of its VPC. */
export const replaceRouteTableAssociation: Action = {
  params: { SubnetId: text, RouteTableId: text },
  required: ["SubnetId", "RouteTableId"],
  isRegional: true,
  isLimited: true,
  perSecond: 100,
  run(context) {
    const table = findTable(context);
    const id = context.params.text("SubnetId") ?? "";
    const subnet = context.core.routes.subnets(table.vpc).find((one) => one.id === id);
    if (!subnet) throw apiError("ResourceNotFound", id);
    subnet.table = table;
    return {};
  },
};
