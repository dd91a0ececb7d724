import { readBlock } from "../../core/addresses/block";
import type { RouteRecord, RouteStatus, RouteTable, Subnet } from "../../core/routes/route";
import type { ActionContext, Fields } from "./action";
import { defaultResourceGroup } from "./defaults";
import { routerId, systemEntryId } from "./routing";
import { timeText, uid } from "./view";

/** The API's words for the statuses of a route. There are no disabled ones here. */
const words: Readonly<Record<RouteStatus, string>> = {
  available: "Available",
  pending: "Pending",
  modifying: "Modifying",
  deleting: "Deleting",
  disabled: "Available",
};

/** A route table as lists show it. */
export function tableView({ core }: ActionContext, table: RouteTable): Fields {
  const { vpc } = table;
  const subnets = core.routes.subnets(vpc).filter((subnet) => subnet.table === table);
  return {
    RouteTableId: table.id,
    RouteTableName: table.name,
    RouteTableType: table.main ? "System" : "Custom",
    RouterType: "VRouter",
    RouterId: routerId(vpc.vpcId),
    VpcId: vpc.vpcId,
    Status: "Available",
    AssociateType: table.gateway ? "Gateway" : "VSwitch",
    VSwitchIds: { VSwitchId: subnets.map(({ id }) => id) },
    GatewayIds: { GatewayIds: [] },
    RoutePropagationEnable: true,
    OwnerId: uid(vpc.account),
    ResourceGroupId: defaultResourceGroup(vpc.account),
    Description: table.description,
    CreationTime: timeText(table.createdAt),
    Tags: { Tag: [] },
  };
}

/** A route as lists show it, with what filters go by. */
export interface ShownEntry {
  /** Ascends in the order of lists. */
  readonly key: string;
  readonly type: "System" | "Custom";
  readonly version: "IPv4" | "IPv6";
  readonly id: string;
  readonly name: string;
  readonly destination: string;
  readonly hop: { readonly id: string; readonly type: string };
  readonly fields: Fields;
}

/** All routes of a table: those it has from the start, then those that were made. */
export function entriesOf({ core }: ActionContext, table: RouteTable): ShownEntry[] {
  const local = table.routing.localBlocks(table.vpc, core.routes.subnets(table.vpc));
  const system = local.map((destination, index) => {
    const id = systemEntryId(table, destination);
    const status = "available" as const;
    const hop = { id: "", type: "local" };
    return {
      key: `0 ${String(index).padStart(12, "0")}`,
      type: "System" as const,
      id,
      name: "",
      description: "",
      destination,
      hop,
      status,
    };
  });
  const custom = core.routes.routes(table).map((route) => {
    const key = `1 ${String(route.seq).padStart(12, "0")}`;
    return { ...route, key, type: "Custom" as const };
  });
  return [...system, ...custom].map((entry) => {
    const version = readBlock(entry.destination)?.block.version === 6 ? "IPv6" : "IPv4";
    return { ...entry, version, fields: entryView(table, { ...entry, version }) };
  });
}

function entryView(
  table: RouteTable,
  entry: Pick<RouteRecord, "id" | "name" | "description" | "destination" | "status"> &
    Pick<ShownEntry, "type" | "version" | "hop"> & { readonly updatedAt?: number },
): Fields {
  return {
    RouteEntryId: entry.id,
    RouteTableId: table.id,
    RouteEntryName: entry.name,
    Description: entry.description,
    DestinationCidrBlock: entry.destination,
    Type: entry.type,
    Status: words[entry.status],
    IpVersion: entry.version,
    Origin: entry.type === "System" ? "SystemCreate" : "CustomCreate",
    GmtModified: timeText(entry.updatedAt ?? table.createdAt),
    NextHops: { NextHop: [{ NextHopId: entry.hop.id, NextHopType: entry.hop.type }] },
  };
}

/** A vSwitch as lists show it. */
export function vSwitchView({ id, vpc, cidr, ipv6Cidr, table }: Subnet): Fields {
  return {
    VSwitchId: id,
    VSwitchName: "",
    VpcId: vpc.vpcId,
    Status: "Available",
    CidrBlock: cidr,
    Ipv6CidrBlock: ipv6Cidr ?? "",
    ZoneId: `${vpc.region}-a`,
    OwnerId: uid(vpc.account),
    IsDefault: false,
    RouteTable: { RouteTableId: table.id, RouteTableType: table.main ? "System" : "Custom" },
    CreationTime: timeText(table.createdAt),
  };
}
