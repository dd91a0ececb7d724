import type { NewRoute, TableChange, TableRoute } from "../routing";
import { canonicalOr } from "./canonicalBlocks";

/** One route of a change, and what is to become of it. */
export type RouteStep =
  | { does: "remove" | "enable"; route: TableRoute }
  | { does: "redirect"; route: TableRoute; to: NewRoute }
  | { does: "add"; to: NewRoute };

/** Steps that one call takes: at least one. */
export type CallSteps = readonly [RouteStep, ...RouteStep[]];

/** How many steps of a kind one call takes, in the order in which the kinds are taken. */
export type CallSizes = readonly (readonly [does: RouteStep["does"], most: number])[];

/** A change route by route. */
export function stepsOf({ remove, redirect, enable, add }: TableChange): RouteStep[] {
  return [
    ...remove.map((route) => ({ does: "remove", route }) as const),
    ...redirect.map(({ route, to }) => ({ does: "redirect", route, to: inCanonicalForm(to) }) as const),
    ...enable.map((route) => ({ does: "enable", route }) as const),
    ...add.map((to) => ({ does: "add", to: inCanonicalForm(to) }) as const),
  ];
}

/** A change call by call: its steps by kind, and of each kind as many as one call takes. */
export function callsOf(change: TableChange, sizes: CallSizes): RouteStep[][] {
  const steps = stepsOf(change);
  return sizes.flatMap(([kind, most]) => {
    const alike = steps.filter(({ does }) => does === kind);
    const count = Math.ceil(alike.length / most);
    return Array.from({ length: count }, (_, index) => alike.slice(index * most, (index + 1) * most));
  });
}

/** Whether there are any. */
export function isSome(steps: readonly RouteStep[]): steps is CallSteps {
  return steps.length > 0;
}

/** The destination that a step is about. */
export function destinationOf(step: RouteStep): string {
  return "to" in step ? step.to.destination : step.route.destination;
}

/** Whether there is nothing left to do for a step, as its table stands: these routes, or no table at all. */
export function isDone(step: RouteStep, routes: readonly TableRoute[] = []): boolean {
  const destination = destinationOf(step);
  const hopId = "to" in step ? step.to.connectionId : step.route.hop.id;
  const there = routes.filter((one) => one.destination === destination && one.hop.id === hopId);
  const staying = there.filter(({ state }) => state !== "going");
  return step.does === "remove" ? staying.length === 0 : staying.some(({ state }) => state !== "disabled");
}

function inCanonicalForm(to: NewRoute): NewRoute {
  return { ...to, destination: canonicalOr(to.destination) };
}
