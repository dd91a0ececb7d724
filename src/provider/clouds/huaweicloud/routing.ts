import type { Context } from "../context";
import type { Caller } from "../kit/pipeline";
import type { CallSteps, RouteStep } from "../kit/routeSteps";
import { stepsOf } from "../kit/routeSteps";
import { takeCalls } from "../kit/takeSteps";
import { unlessGone } from "../kit/unlessGone";
import type { RouteTable, RouteVerbs, TableInUse, TableWritten } from "../routing";
import type { ActionName, Request } from "./actions";
import { inPath } from "./inPath";
import { rowsOf } from "./list";
import { fieldsOf, nameOf, tableOf, tableRowIn } from "./routeRows";
import { vpcBlocksBy } from "./vpcBlocks";

/** Route tables of Huawei Cloud (VPC v1). One call makes all of a change or nothing, and answers the table. */
export function routingBy(call: Caller<ActionName, Request>): RouteVerbs {
  /** Nothing if the table is gone. */
  async function show(region: string, table: string, context: Context): Promise<TableInUse | undefined> {
    const request = { region, id: inPath(table, "route table") };
    const answer = await unlessGone(call("ShowRouteTable", request, context));
    const row = answer && tableRowIn(answer);
    return row && tableOf(row);
  }

  return {
    async tables({ region, vpcId }, context) {
      const list = {
        action: "ListRouteTables",
        rows: "routetables",
        region,
        query: { vpc_id: vpcId },
      } as const;
      const rows = (await unlessGone(rowsOf(call, list, context))) ?? [];
      const tables = await Promise.all(rows.map(({ id }) => show(region, id, context)));
      return tables.filter((table) => table !== undefined);
    },

    async write({ region, change }, context) {
      const id = inPath(change.table, "route table");
      let table: RouteTable | undefined;
      const steps = stepsOf(change);
      const refused = await takeCalls([steps], {
        context,
        make: async (some) => {
          const answer = await call("UpdateRouteTable", { region, id, body: bodyOf(some) }, context);
          const row = tableRowIn(answer);
          table = row && tableOf(row);
          return [];
        },
        look: async () => (table = await show(region, id, context))?.routes,
      });
      const written: TableWritten = { refused };
      return table === undefined ? written : { ...written, table };
    },

    ...vpcBlocksBy(call),
  };
}

/** There is nothing to switch on here. */
function bodyOf(steps: CallSteps): object {
  const doing = (kind: RouteStep["does"]) => steps.filter(({ does }) => does === kind);
  const goals = (kind: RouteStep["does"]) =>
    doing(kind).flatMap((step) => ("to" in step ? [fieldsOf(step.to)] : []));
  const del = doing("remove").flatMap((step) => ("route" in step ? [nameOf(step.route)] : []));
  return { routetable: { routes: { add: goals("add"), mod: goals("redirect"), del } } };
}
