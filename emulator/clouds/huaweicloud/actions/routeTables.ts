import { randomUUID } from "node:crypto";
import type { Action, ActionContext } from "../action";
import { serviceError } from "../errors";
import { tableRow, tableView } from "../routeView";
import { routing } from "../routing";
import { pageOf } from "../rules/paging";
import { changeRoutes } from "../rules/routeChanges";
import { findTable, findVpc, ownTables } from "../rules/routeTables";
import { badParam, objectIn, routesIn, textIn } from "../rules/tableBodies";

const added = ["type", "destination", "nexthop"] as const;
const mostAtCreate = 5;

/** Lists the project's route tables by ascending id, without their routes. */
export const listRouteTables: Action = {
  limited: true,
  run(context) {
    const { core, query, settings } = context;
    const asked = (name: string, value: string) => (query.get(name) || value) === value;
    const subnetId = query.get("subnet_id") ?? "";
    const rows = ownTables(context)
      .filter(({ id, vpc }) => asked("id", id) && asked("vpc_id", vpc.vpcId))
      .filter(
        (table) =>
          subnetId === "" ||
          core.routes.subnets(table.vpc).some(({ id, table: on }) => id === subnetId && on === table),
      )
      .filter(({ vpc }) => !settings.vpcs.some(({ vpcId, hidden }) => hidden && vpcId === vpc.vpcId))
      .sort((a, b) => (a.id < b.id ? -1 : 1));
    const view = settings.guesses.listShowsRoutes ? tableView : tableRow;
    return {
      status: 200,
      body: { routetables: pageOf(rows, context, badParam).rows.map((row) => view(context, row)) },
    };
  },
};

/** Reads a route table with its routes. */
export const showRouteTable: Action = {
  limited: true,
  run(context) {
    const view = tableView(context, findTable(context));
    return { status: 200, body: context.settings.guesses.showIsBare ? view : { routetable: view } };
  },
};

/** Changes a route table's texts and routes, and answers all of it. */
export const updateRouteTable: Action = {
  limited: true,
  run(context) {
    const fields = objectIn(context.body, "routetable", ["name", "description", "routes"]);
    const [name, description] = [textIn(fields, "name"), textIn(fields, "description")];
    const hasRoutes = fields["routes"] !== undefined && fields["routes"] !== null;
    const parts = hasRoutes ? objectIn(fields, "routes", ["add", "mod", "del"]) : {};
    const changes = {
      add: routesIn(parts["add"], added),
      mod: routesIn(parts["mod"], added),
      del: routesIn(parts["del"], ["destination"]),
    };
    const table = findTable(context);
    context.lostUpdates.begin(table);
    changeRoutes(context, table, changes);
    table.name = name ?? table.name;
    table.description = description ?? table.description;
    return enveloped(context, table);
  },
};

/** Makes a route table with a few routes, which no subnet is on yet. */
export const createRouteTable: Action = {
  limited: true,
  run(context) {
    const { core, settings } = context;
    const fields = objectIn(context.body, "routetable", ["vpc_id", "name", "description", "routes"]);
    const add = routesIn(fields["routes"], added);
    if (add.length > mostAtCreate) throw badParam(`more than ${mostAtCreate} routes`);
    const vpc = findVpc(context, fields["vpc_id"]);
    const texts = { name: textIn(fields, "name") ?? "", description: textIn(fields, "description") ?? "" };
    const { tablesPerVpc } = settings.quotas;
    if (tablesPerVpc > 0 && core.routes.tables(vpc).length >= tablesPerVpc) throw serviceError("VPC.2810");
    const table = core.routes.addTable({ id: randomUUID(), vpc, routing, ...texts });
    try {
      changeRoutes(context, table, { add, mod: [], del: [] });
    } catch (error) {
      core.routes.removeTable(table);
      throw error;
    }
    return enveloped(context, table);
  },
};

/** Removes a route table that is not the default one and that no subnet is on. */
export const deleteRouteTable: Action = {
  limited: true,
  run(context) {
    const { core } = context;
    const table = findTable(context);
    if (table.main) throw badParam("the default route table cannot be deleted");
    if (core.routes.subnets(table.vpc).some((subnet) => subnet.table === table))
      throw badParam("subnets are on the route table");
    core.routes.removeTable(table);
    return { status: 204 };
  },
};

/** Puts subnets on a table, or takes them off, which puts them on the default one. */
export const associateRouteTable: Action = {
  limited: true,
  run(context) {
    const { core } = context;
    const fields = objectIn(context.body, "routetable", ["subnets"]);
    const parts = objectIn(fields, "subnets", ["associate", "disassociate"]);
    const table = findTable(context);
    const [main = table] = core.routes.tables(table.vpc);
    for (const [part, to] of [
      ["associate", table],
      ["disassociate", main],
    ] as const) {
      const ids = parts[part] ?? [];
      if (!Array.isArray(ids)) throw badParam(`${part} is no list`);
      for (const id of ids) {
        const subnet = core.routes.subnets(table.vpc).find((one) => one.id === id);
        if (!subnet) throw badParam(`the VPC has no subnet ${String(id)}`);
        subnet.table = to;
      }
    }
    return enveloped(context, table);
  },
};

function enveloped(context: ActionContext, table: ReturnType<typeof findTable>): ReturnType<Action["run"]> {
  return { status: 200, body: { routetable: tableView(context, table) } };
}
