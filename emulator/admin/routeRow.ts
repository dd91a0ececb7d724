import type { RouteRecord, RouteStatus, RouteTable } from "../core/routes/route";
import type { Emulation } from "../world/emulation";

/** A route as `GET /_emulator/routes` shows it. */
export interface RouteRow<Name extends string = string> {
  /** The cloud that it is on. */
  readonly cloud: Name;
  /** The VPC that the table is of. */
  readonly vpcId: string;
  /** The table's id. */
  readonly table: string;
  /** Whether the table is the VPC's main one. */
  readonly main: boolean;
  /** Where it leads to, in CIDR notation. */
  readonly destination: string;
  /** What it leads to; of a local route, the VPC itself. */
  readonly hop: { readonly kind: "peering" | "local" | "other"; readonly id: string };
  /** Only what is `available` leads packets. */
  readonly status: RouteStatus;
  /** The route's id; null for a local route. */
  readonly id: string | null;
}

/** All routes of all tables, the local ones of each first. */
export function routeRows({ routes }: Emulation): RouteRow[] {
  return routes
    .tables()
    .flatMap((table) => [
      ...table.routing
        .localBlocks(table.vpc, routes.subnets(table.vpc))
        .map((block) => localRow(table, block)),
      ...routes.routes(table).map(routeRow),
    ]);
}

/** Shows a route. */
export function routeRow({ table, destination, hop, status, id }: RouteRecord): RouteRow {
  return { ...whereOf(table), destination, hop: { kind: hop.kind, id: hop.id }, status, id };
}

function localRow(table: RouteTable, destination: string): RouteRow {
  const hop = { kind: "local", id: table.vpc.vpcId } as const;
  return { ...whereOf(table), destination, hop, status: "available", id: null };
}

function whereOf({ id, vpc, main }: RouteTable): Pick<RouteRow, "cloud" | "vpcId" | "table" | "main"> {
  return { cloud: vpc.cloud, vpcId: vpc.vpcId, table: id, main };
}
