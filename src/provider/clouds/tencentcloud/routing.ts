import type { Context } from "../context";
import type { Caller } from "../kit/pipeline";
import type { CallSizes, RouteStep } from "../kit/routeSteps";
import { callsOf } from "../kit/routeSteps";
import { takeCalls } from "../kit/takeSteps";
import { unlessGone } from "../kit/unlessGone";
import type { RouteVerbs, TableInUse, VpcRef } from "../routing";
import type { ActionName, Request } from "./actions";
import { fieldsOf, tablesIn } from "./routeRows";
import { vpcBlocksBy } from "./vpcBlocks";

/** The longest page of a list, and the most routes of a call. */
const MOST = 100;

/** What goes, goes first, so that there is room for what comes, and nothing in its way. */
const SIZES: CallSizes = [
  ["remove", MOST],
  ["redirect", MOST],
  ["enable", MOST],
  ["add", MOST],
];

/** The action that takes steps of a kind. */
const ACTION_FOR = {
  remove: "DeleteRoutes",
  redirect: "ReplaceRoutes",
  enable: "EnableRoutes",
  add: "CreateRoutes",
} as const satisfies Record<RouteStep["does"], ActionName>;

/** Route tables of Tencent Cloud (vpc 2017-03-12). Its calls do all that they are told at once, or nothing. */
export function routingBy(call: Caller<ActionName, Request>): RouteVerbs {
  /** All tables of a VPC with all their routes. Here, Offset and Limit are texts. */
  async function tables({ region, vpcId }: VpcRef, context: Context): Promise<TableInUse[]> {
    const action = "DescribeRouteTables";
    const all: TableInUse[] = [];
    for (let isLast = false; !isLast;) {
      const Filters = [{ Name: "vpc-id", Values: [vpcId] }];
      const params = { Filters, Offset: String(all.length), Limit: String(MOST) };
      const answer = await unlessGone(call(action, { region, params }, context));
      if (answer === undefined) return [];
      const page = tablesIn(answer, action);
      all.push(...page.tables);
      isLast = page.tables.length === 0 || all.length >= page.total;
    }
    return all;
  }

  return {
    tables,

    async write({ change, ...vpc }, context) {
      const refused = await takeCalls(callsOf(change, SIZES), {
        context,
        make: async (steps) => {
          const [{ does }] = steps;
          const params = { RouteTableId: change.table, ...paramsOf(does, steps) };
          await call(ACTION_FOR[does], { region: vpc.region, params }, context);
          return [];
        },
        look: async () => (await tables(vpc, context)).find(({ id }) => id === change.table)?.routes,
      });
      return { refused };
    },

    ...vpcBlocksBy(call),
  };
}

/** Routes that exist are named by their ids, which stay when they are led elsewhere. A route that is led here is switched on, too. */
function paramsOf(does: RouteStep["does"], steps: readonly RouteStep[]): object {
  const idOf = (step: RouteStep) => ("route" in step ? { RouteItemId: step.route.id } : {});
  const goalOf = (step: RouteStep) => ("to" in step ? fieldsOf(step.to) : {});
  if (does === "enable") return { RouteItemIds: steps.map((step) => idOf(step).RouteItemId) };
  const more = does === "redirect" ? { Enabled: true } : {};
  return { Routes: steps.map((step) => ({ ...idOf(step), ...goalOf(step), ...more })) };
}
