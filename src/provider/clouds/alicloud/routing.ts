import type { Context } from "../context";
import type { Caller } from "../kit/pipeline";
import { callsOf } from "../kit/routeSteps";
import { takeCalls } from "../kit/takeSteps";
import { unlessGone } from "../kit/unlessGone";
import type { RouteVerbs, TableInUse, VpcRef } from "../routing";
import type { ActionName, Params } from "./actions";
import { routesIn, tablesIn } from "./routeRows";
import type { TableRef } from "./routeWrites";
import { makingBy, SIZES } from "./routeWrites";
import { vpcBlocksBy } from "./vpcBlocks";

/** The longest pages that there are. */
const [TABLES, ROUTES] = [50, 100] as const;

/** What a table holds. */
type Holding = "routes" | "local";

/** A table without what it holds. */
type BareTable = Omit<TableInUse, Holding>;

/** Route tables of Alibaba Cloud (VPC 2016-04-28). It works on a change after it has answered, and on one of a VPC at a time. */
export function routingBy(call: Caller<ActionName, Params>): RouteVerbs {
  const make = makingBy(call);

  async function tablesOf({ region, vpcId }: VpcRef, context: Context): Promise<BareTable[]> {
    const action = "DescribeRouteTableList";
    const all: BareTable[] = [];
    for (let PageNumber = 1, read = 0, isLast = false; !isLast; PageNumber++) {
      const params = { RegionId: region, VpcId: vpcId, PageNumber, PageSize: TABLES };
      const { tables, count, total } = tablesIn(await call(action, params, context), action);
      all.push(...tables);
      read += count;
      isLast = count === 0 || read >= total;
    }
    return all;
  }

  /** Nothing if the table is gone. */
  async function routesOf(
    { region, table }: TableRef,
    context: Context,
  ): Promise<Pick<TableInUse, Holding> | undefined> {
    const action = "DescribeRouteEntryList";
    const [all, kept]: [TableInUse["routes"], string[]] = [[], []];
    let NextToken: string | undefined;
    do {
      const params = { RegionId: region, RouteTableId: table, MaxResult: ROUTES, NextToken };
      const answer = await unlessGone(call(action, params, context));
      if (answer === undefined) return undefined;
      const { routes, local, next } = routesIn(answer, action);
      all.push(...routes);
      kept.push(...local);
      NextToken = next;
    } while (NextToken !== undefined);
    return { routes: all, local: kept };
  }

  return {
    async tables({ listed, ...vpc }, context) {
      const tables = listed ?? (await unlessGone(tablesOf(vpc, context))) ?? [];
      const read = tables.map(async (table) => {
        const held = await routesOf({ region: vpc.region, table: table.id }, context);
        return held === undefined ? [] : [{ ...table, ...held }];
      });
      return (await Promise.all(read)).flat();
    },

    async write({ region, change }, context) {
      const at = { region, table: change.table };
      const refused = await takeCalls(callsOf(change, SIZES), {
        context,
        make: (steps) => make(steps, at, context),
        look: async () => (await routesOf(at, context))?.routes,
      });
      return { refused };
    },

    ...vpcBlocksBy(call),
  };
}
