import type { JsonObject } from "../../core/http/json";
import type { RouteRecord, RouteTable, Subnet } from "../../core/routes/route";
import type { ActionContext } from "./action";
import { timeText } from "./view";

/** A route table without its routes, as lists show it. */
export function tableRow({ core, settings }: ActionContext, table: RouteTable): JsonObject {
  const isPrivate = settings.guesses.tablesLookLike === "privateEdition";
  const subnets = core.routes.subnets(table.vpc).filter((subnet) => subnet.table === table);
  return {
    id: table.id,
    name: table.name || (table.main ? `rtb-vpc-${table.vpc.vpcId.slice(-4)}` : ""),
    default: table.main,
    description: isPrivate && table.description === "" ? null : table.description,
    subnets: subnets.map(({ id }) => (isPrivate ? { id, network_id: id } : { id })),
    tenant_id: table.vpc.account,
    vpc_id: table.vpc.vpcId,
    created_at: timeText(table.createdAt),
    updated_at: timeText(table.updatedAt),
  };
}

/** A route table with its routes, the local ones first. */
export function tableView(context: ActionContext, table: RouteTable): JsonObject {
  const { core } = context;
  const local = table.routing.localBlocks(table.vpc, core.routes.subnets(table.vpc));
  const made = core.routes.routes(table).map((route) => routeView(context, route));
  return {
    ...tableRow(context, table),
    routes: [...local.map((destination) => localView(context, destination)), ...made],
  };
}

function localView({ settings }: ActionContext, destination: string): JsonObject {
  const isPrivate = settings.guesses.tablesLookLike === "privateEdition";
  return { type: "local", destination, nexthop: isPrivate ? null : "-", ...(isPrivate ? extraFields : {}) };
}

function routeView({ settings }: ActionContext, route: RouteRecord): JsonObject {
  const { hop, destination, description } = route;
  const isPrivate = settings.guesses.tablesLookLike === "privateEdition";
  return {
    type: hop.type,
    destination,
    nexthop: hop.id,
    description: isPrivate && description === "" ? null : description,
    ...(isPrivate ? extraFields : {}),
  };
}

/** What the private edition of the cloud shows beside. */
const extraFields = { extra_info: null, nexthop_mac: null, nexthop_vtep_ip: null };

/** A route to a peering as version 2.0 of the API shows it. */
export function oldRouteView({ id, hop, destination, table }: RouteRecord): JsonObject {
  return {
    id,
    destination,
    nexthop: hop.id,
    type: hop.type,
    vpc_id: table.vpc.vpcId,
    tenant_id: table.vpc.account,
  };
}

/** A subnet as lists show it. One without IPv6 has no field for it. */
export function subnetView({ id, vpc, cidr, ipv6Cidr }: Subnet): JsonObject {
  return {
    id,
    name: `subnet-${id.slice(0, 4)}`,
    description: "",
    cidr,
    gateway_ip: cidr.replace(/\d+\/\d+$/, "1"),
    ipv6_enable: ipv6Cidr !== undefined,
    cidr_v6: ipv6Cidr,
    dhcp_enable: true,
    availability_zone: `${vpc.region}a`,
    vpc_id: vpc.vpcId,
    status: "ACTIVE",
    neutron_network_id: id,
    neutron_subnet_id: id,
    tenant_id: vpc.account,
  };
}
