import type { EndName } from "../../../model/ends";
import type { Decision } from "../changes";
import type { Ends } from "../ends";
import { endOf } from "../ends";
import { value } from "../escape";
import { endOfRoutes, routesInWords } from "../routes";
import type { Context, PeeringRow } from "./row";
import { rowBasics } from "./row";

/** The routes of one end, where the preview leaves out the connection that they lead through: it is unchanged. */
export function routesRow(decision: Decision, context: Context): PeeringRow | undefined {
  const { step, change } = decision;
  const isTold = (["Connection", "Acceptance"] as const).some(
    (kind) => context.siblingsOf(decision, kind).length > 0,
  );
  if (isTold || change === "same") return undefined;
  const inputs = (step.after ?? step.before)?.inputs ?? {};
  const [own, peer] = [endOf(inputs), endOf(inputs["peer"])];
  const end = endOfRoutes(decision);
  return {
    ...rowBasics(decision, context.preview),
    fields: [],
    routes: routesInWords(decision),
    note: `${end}'s routes`,
    ...(end === "requester" ? { requester: own, accepter: peer } : { requester: peer, accepter: own }),
    isCut: false,
    cautions: change === "delete" ? [cutIn(decision, own.vpcId)] : [],
  };
}

/** A row with what becomes of the routes: if they change, so does what would be unchanged. */
export function withRoutes(
  { change }: Pick<PeeringRow, "change">,
  decision: Decision,
  context: Context,
): Pick<PeeringRow, "change" | "routes"> {
  const byEnd = [...context.siblingsOf(decision, "Routes")].sort(requesterFirst);
  const routes = byEnd.flatMap(routesInWords);
  return { change: routes.length > 0 && change === "same" ? "update" : change, routes };
}

function requesterFirst(one: Decision, other: Decision): number {
  const isLater = (decision: Decision): number => (endOfRoutes(decision) === "requester" ? 0 : 1);
  return isLater(one) - isLater(other);
}

/** The end that alone has routes afterwards; nothing where both have some, or none, or what the preview leaves out may. */
export function onlyEndWithRoutes(decision: Decision, context: Context): EndName | undefined {
  const left = context.siblingsOf(decision, "Routes").filter(({ change }) => change !== "delete");
  const isNew = decision.change === "create" || decision.change === "replace";
  const isSeen = isNew || context.preview.hiddenSames === 0;
  return left.length === 1 && isSeen ? left.map(endOfRoutes)[0] : undefined;
}

/** What to beware of where a connection stays and its routes go. */
export function routesCutIn(name: string, ends: Ends, routes: readonly Decision[]): string[] {
  return routes
    .filter(({ change }) => change === "delete")
    .map((one) => `${value(name)}: ${cutIn(one, ends[endOfRoutes(one)].vpcId)}`);
}

function cutIn(decision: Decision, vpcId: string | undefined): string {
  return `the routes of ${value(vpcId ?? endOfRoutes(decision))} go, and with them what it sends through the connection.`;
}
