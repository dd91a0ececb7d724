import { blockText, readBlock } from "../../../core/addresses/block";
import type { RouteInput, RouteRecord, RouteTable } from "../../../core/routes/route";
import type { ActionContext } from "../action";
import { apiError } from "../errors";
import { readDestination } from "./destinations";
import { readHop } from "./hops";
import { readRouteTexts } from "./routeTexts";
import { systemEntryId } from "../routing";
import { findWritableTable } from "./routeTables";

/** A route as a call asks for it. */
export interface AskedRoute {
  readonly tableId: string;
  readonly destination: string;
  readonly hop: { readonly type: string; readonly id: string };
  readonly name: string | undefined;
  readonly description: string | undefined;
  readonly isBatch: boolean;
}

/** A route that may be made. */
export interface PlannedRoute {
  readonly table: RouteTable;
  readonly input: RouteInput;
}

/** Checks all of a route but whether its table has room for it. */
export function planRoute(context: ActionContext, asked: AskedRoute): PlannedRoute {
  const texts = readRouteTexts(asked);
  const table = findWritableTable(context, asked.tableId);
  const { isBatch, destination: text } = asked;
  const block = readDestination(context, table, { text, isBatch });
  const hop = readHop(context, table.vpc, asked.hop, block.version);
  return { table, input: { destination: blockText(block), hop, ...texts } };
}

/** Refuses a route whose table leads to its destination already, or is full. */
export function refuseWithoutRoom({ core, settings }: ActionContext, { table, input }: PlannedRoute): void {
  const { guesses, quotas } = settings;
  const there = core.routes.routes(table);
  if (there.some(({ destination }) => destination === input.destination))
    throw apiError(guesses.duplicateRouteCode);
  if (quotas.routesPerTable > 0 && there.length >= quotas.routesPerTable) throw apiError("QuotaExceeded");
}

/** Makes a route; for some time it is Pending. */
export function makeRoute({ core }: ActionContext, { table, input }: PlannedRoute): RouteRecord {
  return core.routes.add(table, input, { status: "pending", forMs: core.timings.routeMs });
}

/** Removes a route; for some time it is Deleting. */
export function dropRoute({ core }: ActionContext, route: RouteRecord): void {
  core.routes.move(route, "deleting", { afterMs: core.timings.routeMs, status: "gone" });
}

/** The caller's route with this id. Those that a table has from the start cannot be changed. */
export function routeById({ core, caller }: ActionContext, id: string): RouteRecord | undefined {
  const tables = core.routes
    .tables()
    .filter(({ vpc }) => vpc.cloud === "alicloud" && vpc.account === caller.accountId);
  const route = core.routes.findRoute(id);
  if (route !== undefined && tables.includes(route.table)) return route;
  const isSystem = tables.some((table) => {
    const local = table.routing.localBlocks(table.vpc, core.routes.subnets(table.vpc));
    return local.some((destination) => systemEntryId(table, destination) === id);
  });
  if (isSystem) throw apiError("OperationDenied");
  return undefined;
}

/** The route of a table to a destination. Those that the table has from the start cannot be changed. */
export function routeTo({ core }: ActionContext, table: RouteTable, text: string): RouteRecord | undefined {
  const read = readBlock(text);
  const destination = read === undefined ? text : blockText(read.block);
  const local = table.routing.localBlocks(table.vpc, core.routes.subnets(table.vpc));
  if (local.includes(destination)) throw apiError("OperationDenied");
  return core.routes.routes(table).find((route) => route.destination === destination);
}
