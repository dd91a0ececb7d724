import { randomUUID } from "node:crypto";
import type { Context } from "../context";
import type { NewRoute, TableRoute } from "../routing";
import type { Fields } from "../kit/json";
import type { Caller } from "../kit/pipeline";
import type { CallSizes, CallSteps, RouteStep } from "../kit/routeSteps";
import { destinationOf } from "../kit/routeSteps";
import type { RefusedStep } from "../kit/takeSteps";
import type { ActionName, Params } from "./actions";
import { errorOfEntry } from "./errors";
import { batchOutcome } from "./routeBatches";
import { PEERING } from "./routeRows";

/** What goes, goes first, so that there is room for what comes. A next hop is changed alone. */
export const SIZES: CallSizes = [
  ["remove", 50],
  ["redirect", 1],
  ["add", 50],
];

/** A table, and where it is. */
export interface TableRef {
  region: string;
  table: string;
}

/** A call that takes some steps. */
interface Ask {
  action: ActionName;
  params: Params;
}

/** Takes steps of one kind in one call. */
export function makingBy(call: Caller<ActionName, Params>) {
  return async (steps: CallSteps, at: TableRef, context: Context): Promise<RefusedStep[]> => {
    const { action, params } = steps.length > 1 ? askForAll(steps, at) : askFor(steps[0], at);
    return refusedIn(await call(action, { RegionId: at.region, ...params }, context), action, steps);
  };
}

function askFor(step: RouteStep, { table }: TableRef): Ask {
  switch (step.does) {
    case "add":
      return { action: "CreateRouteEntry", params: creation(step.to, table) };
    case "redirect":
      return { action: "ModifyRouteEntry", params: redirection(step) };
    default:
      return { action: "DeleteRouteEntry", params: deletion(step.route, table) };
  }
}

function creation({ destination, connectionId, description }: NewRoute, table: string): Params {
  return {
    RouteTableId: table,
    DestinationCidrBlock: destination,
    NextHopType: PEERING,
    NextHopId: connectionId,
    Description: textOf(description),
    // Another one for each write: with that of an earlier one, the cloud would tell of a route that is gone since.
    ClientToken: randomUUID(),
  };
}

function redirection({ route, to }: { route: TableRoute; to: NewRoute }): Params {
  return {
    RouteEntryId: route.id,
    NewNextHopType: PEERING,
    NewNextHopId: to.connectionId,
    Description: textOf(to.description),
  };
}

/** Named by what it leads to: if somebody has led it elsewhere meanwhile, it stays. */
function deletion({ destination, hop }: TableRoute, table: string): Params {
  return { RouteTableId: table, DestinationCidrBlock: destination, NextHopId: hop.id };
}

/** Many of one kind. Batches have other names for the same things, and no tokens. */
function askForAll(steps: CallSteps, { table }: TableRef): Ask {
  const RouteEntries = steps.map((step) => ({
    RouteTableId: table,
    DstCidrBlock: destinationOf(step),
    ...("to" in step
      ? {
          NextHop: step.to.connectionId,
          NextHopType: PEERING,
          Description: textOf(step.to.description),
        }
      : { NextHop: step.route.hop.id }),
  }));
  const action = steps[0].does === "add" ? "CreateRouteEntries" : "DeleteRouteEntries";
  return { action, params: { RouteEntries } };
}

/** The cloud refuses an empty text. */
function textOf(description: string): string | undefined {
  return description === "" ? undefined : description;
}

/**
 * The steps that failed, as the answer tells them by their destinations. If the destination of a failure is that of no step, the failure
 * may be about any of them. Throws if the answer accounts for fewer steps than were asked for: 3 of 5, for instance.
 */
function refusedIn(answer: Fields, action: ActionName, steps: CallSteps): RefusedStep[] {
  const { failed, done } = batchOutcome(answer, action);
  const [first] = failed;
  if (first === undefined) return [];
  if (done !== undefined && done + failed.length < steps.length) throw errorOfEntry(action, first, answer);
  const ofStep = (step: RouteStep) => failed.find(({ destination }) => destination === destinationOf(step));
  const stray = failed.find((entry) => !steps.some((step) => ofStep(step) === entry));
  return steps.flatMap((step) => {
    const entry = ofStep(step) ?? stray;
    return entry === undefined ? [] : [{ step, error: errorOfEntry(action, entry, answer) }];
  });
}
