import { blockText, readBlock } from "../core/addresses/block";
import { checked } from "../core/checked";
import type { RouteTable } from "../core/routes/route";
import { UserError } from "../core/userError";
import type { AdminContext } from "./context";
import { type RouteRow, routeRow } from "./routeRow";

/** Writes a route behind every client's back, at once. One with that destination is changed. */
export function postRoute(context: AdminContext): RouteRow {
  const { routes } = context.emulation;
  const input = checked(context.inputs.route, context.body());
  const table = tableNamed(context, input);
  const destination = blockNamed(input.destination);
  const { hopTypes } = table.routing;
  const { kind, id, type = hopTypes[kind] } = input.hop;
  const hop = { kind, id, type };
  const { name, description, status = "available" } = input;
  const [there] = routes.to(table, destination);
  const route = there ?? routes.add(table, { destination, hop, name, description });
  route.hop = hop;
  route.name = name ?? route.name;
  route.description = description ?? route.description;
  routes.move(route, status);
  return routeRow(route);
}

/** Removes a route at once, or all of them where a cloud lets a table have several to one destination. */
export function deleteRoutes(context: AdminContext): RouteRow[] {
  const input = checked(context.inputs.routeKey, context.body());
  const table = tableNamed(context, input);
  const { routes } = context.emulation;
  const found = routes.to(table, blockNamed(input.destination));
  if (found.length === 0)
    throw new UserError(`The table ${table.id} has no route to ${input.destination}.`, 404);
  routes.remove(found);
  return found.map(routeRow);
}

function tableNamed({ emulation }: AdminContext, key: { cloud: string; table: string }): RouteTable {
  const table = emulation.routes.findTable(key.cloud, key.table);
  if (!table) throw new UserError(`There is no route table ${key.table} in ${key.cloud}.`, 404);
  return table;
}

function blockNamed(text: string): string {
  const read = readBlock(text);
  if (!read) throw new UserError(`destination is "${text}": must be a block such as 10.1.0.0/16.`);
  return blockText(read.block);
}
