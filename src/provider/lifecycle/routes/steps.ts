import type { RouteTable, TableChange, TableRoute } from "../../clouds/routing";
import type { Plan } from "./plan";
import { afterwards, isHindered, planned } from "./plan";
import type { Waiting } from "./waiting";

/** Who has something to be written, and what. */
export interface Step {
  one: Waiting;
  plan: Plan;
}

/**
 * Plans for all on the same tables. Of two that want the same place, the second sees that it is taken. A place that one
 * of them leaves is free for another once that is done: until then, the other waits for it.
 */
export function plansFor(ones: readonly Waiting[], tables: readonly RouteTable[]): Step[] {
  const leaving = ones.flatMap(({ goal }) =>
    planned(tables, goal).changes.flatMap(({ remove }) => remove.map((route) => ({ route, goal }))),
  );
  let ahead = tables;
  return ones.map((one) => {
    const others = leaving.filter(({ goal }) => goal !== one.goal).map(({ route }) => route);
    const plan = planned(going(ahead, others), one.goal);
    if (!isHindered(plan)) ahead = afterwards(ahead, plan.changes, "coming");
    return { one, plan };
  });
}

function going(tables: readonly RouteTable[], leaving: readonly TableRoute[]): RouteTable[] {
  const leave = (route: TableRoute): TableRoute =>
    leaving.includes(route) ? { ...route, state: "going" } : route;
  return tables.map((table) => ({ ...table, routes: table.routes.map(leave) }));
}

export function hasChange({ plan }: Step): boolean {
  return plan.changes.length > 0;
}

/** Whether a step is to be written, or waits along. What was written and is needed again has a setback, of which there may be a few. */
export function isWorthWriting(step: Step): boolean {
  return !hasChange(step) || step.one.writtenAt === undefined || step.one.noteUndone();
}

/** Whether a step changes a table; or, where a destination is given, what is there of it. */
export function touches({ plan }: Step, table: string, destination?: string): boolean {
  return plan.changes.some(
    (change) =>
      change.table === table && (destination === undefined || destinationsIn(change).includes(destination)),
  );
}

/** Whether a step touches what is there, but by which id is not known. */
export function touchesUnnamed({ plan }: Step): boolean {
  return plan.changes.some((change) => routesIn(change).some(({ id }) => id === undefined));
}

function destinationsIn(change: TableChange): string[] {
  return [...routesIn(change), ...change.add].map(({ destination }) => destination);
}

function routesIn({ redirect, enable, remove }: TableChange): TableRoute[] {
  return [...redirect.map(({ route }) => route), ...enable, ...remove];
}
