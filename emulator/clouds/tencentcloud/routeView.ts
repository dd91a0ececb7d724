import type { RouteRecord, RouteTable, Subnet } from "../../core/routes/route";
import { ipv4BlocksOf } from "../../core/store/vpcStore";
import type { ActionContext, Fields } from "./action";
import { isIpv6 } from "./routing";
import { timeText } from "./view";

/** The next hop of routes that Cloud Connect Network wrote. */
const CCN = "CCN";

/** Whether a route was written by the cloud's own network, and not by a user. */
export function isOfCcn({ hop }: RouteRecord): boolean {
  return hop.type === CCN;
}

/** The number of a route; those of IPv6 have none. */
export function numberOf({ destination, seq }: RouteRecord): number {
  return isIpv6(destination) ? 0 : 10_000 + seq;
}

/** A route as every call shows it, with all fields. */
export function routeView({ settings }: ActionContext, route: RouteRecord): Fields {
  const { destination, hop, table } = route;
  return {
    RouteTableId: table.id,
    RouteId: numberOf(route),
    RouteItemId: route.id,
    RouteType: isOfCcn(route) ? CCN : "USER",
    DestinationCidrBlock: isIpv6(destination) ? "" : destination,
    DestinationIpv6CidrBlock: isIpv6(destination) ? destination : "",
    GatewayType: hop.type,
    GatewayId: hop.id,
    RouteDescription: route.description,
    Enabled: route.status !== "disabled",
    PublishedToVbc: false,
    CreatedTime: timeText(route.createdAt, settings.guesses.hoursAheadOfUtc),
    CdcId: "",
  };
}

/** A table with these of its routes. */
export function tableView(context: ActionContext, table: RouteTable, routes: readonly Fields[]): Fields {
  const { vpc } = table;
  const subnets = context.core.routes.subnets(vpc).filter((subnet) => subnet.table === table);
  return {
    VpcId: vpc.vpcId,
    RouteTableId: table.id,
    RouteTableName: table.name || (table.main ? "default" : ""),
    AssociationSet: subnets.map(({ id }) => ({ SubnetId: id, RouteTableId: table.id })),
    RouteSet: routes,
    Main: table.main,
    CreatedTime: timeText(table.createdAt, context.settings.guesses.hoursAheadOfUtc),
    TagSet: [],
    LocalCidrForCcn: ipv4BlocksOf(vpc).map((Cidr) => ({ Cidr, PublishedToVbc: false })),
  };
}

/** The routes that reads show of a table: without those that are too new, with the local ones if the setting says so. */
export function routesShown(context: ActionContext, table: RouteTable): Fields[] {
  const { core, settings } = context;
  const { routesShowAfterMs, localRoutesAreListed } = settings.guesses;
  const shown = core.routes
    .routes(table)
    .filter(({ createdAt }) => routesShowAfterMs === 0 || core.clock.now() >= createdAt + routesShowAfterMs)
    .map((route) => routeView(context, route));
  const local = table.routing.localBlocks(table.vpc, core.routes.subnets(table.vpc));
  return [...(localRoutesAreListed ? local.map((block) => localView(table, block)) : []), ...shown];
}

function localView(table: RouteTable, destination: string): Fields {
  return {
    RouteTableId: table.id,
    RouteId: 0,
    RouteItemId: "",
    RouteType: "USER",
    DestinationCidrBlock: isIpv6(destination) ? "" : destination,
    DestinationIpv6CidrBlock: isIpv6(destination) ? destination : "",
    GatewayType: "LOCAL",
    GatewayId: "Local",
    RouteDescription: "",
    Enabled: true,
    PublishedToVbc: false,
    CreatedTime: "",
    CdcId: "",
  };
}

/** A subnet as lists show it. */
export function subnetView({ id, vpc, cidr, ipv6Cidr, table }: Subnet): Fields {
  return {
    VpcId: vpc.vpcId,
    SubnetId: id,
    SubnetName: "",
    CidrBlock: cidr,
    Ipv6CidrBlock: ipv6Cidr ?? "",
    IsDefault: false,
    EnableBroadcast: false,
    Zone: `${vpc.region}-1`,
    RouteTableId: table.id,
    CreatedTime: "2024-01-01 00:00:00",
    AvailableIpAddressCount: 250,
    TotalIpAddressCount: 253,
    NetworkAclId: "",
    IsRemoteVpcSnat: false,
    TagSet: [],
  };
}
