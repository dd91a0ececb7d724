import { defined } from "../../../model/defined";
import { UNKNOWN } from "../../../model/unknown";
import type { Decision } from "../changes";
import type { Ends } from "../ends";
import { endsOf, haveSameVpcs } from "../ends";
import { value } from "../escape";
import { asText } from "../json";
import { endOfRoutes } from "../routes";
import type { ResourceState } from "../steps";
import type { Context, PeeringRow } from "./row";
import { rowBasics } from "./row";
import { onlyEndWithRoutes, routesCutIn, withRoutes } from "./routes";

/** A connection: what becomes of it, and of the traffic through it. */
export function connectionRow(decision: Decision, context: Context): PeeringRow {
  const { step, change } = decision;
  const ends = connectedBy(step.after ?? step.before, step.before);
  const former = connectedBy(step.before, step.before);
  const isMoved = change === "replace" && step.before !== undefined && !haveSameVpcs(ends, former);
  const isCut = change === "replace" || change === "delete";
  const basics = rowBasics(decision, context.preview);
  const routes = context.siblingsOf(decision, "Routes");
  return {
    ...basics,
    ...withRoutes(basics, decision, context),
    ...defined({ routesOnlyOf: onlyEndWithRoutes(decision, context) }),
    ...ends,
    ...(isMoved ? { formerEnds: former } : {}),
    isCut,
    cautions: [
      ...(isCut && !isDead(decision) ? [cutOf(basics, routes)] : []),
      ...(isCut ? [] : routesCutIn(basics.name, ends, routes)),
      ...pendingIn(basics.name, pendingAccount(decision, ends, context)),
    ],
  };
}

/** The ends, with the account of the requester's keys as far as the cloud has told it. */
function connectedBy(state: ResourceState | undefined, before: ResourceState | undefined): Ends {
  const { requester, accepter } = endsOf(state);
  const account = asText(before?.outputs?.["account"]) ?? asText(state?.outputs?.["account"]);
  return { requester: { ...defined({ account }), ...requester }, accepter };
}

/** Replaced for what was observed: it carries no traffic any more. */
function isDead({ step, change }: Decision): boolean {
  return change === "replace" && step.replaceReasons.includes("status");
}

function cutOf({ name, change }: Pick<PeeringRow, "name" | "change">, routes: readonly Decision[]): string {
  if (change === "delete") return `${value(name)} is deleted: no more traffic goes through it.`;
  const until = `${value(name)} is deleted and made anew, under another id: its traffic is cut until the new connection is active and`;
  const ends = routes.filter((one) => one.change !== "delete").map(endOfRoutes);
  if (ends.length === 0) return `${until} the routes point at it.`;
  if (ends.length === 2) return `${until} its routes are written again.`;
  return `${until} its routes are written again: the ${ends.join()}'s by this stack, the others by whoever wrote them.`;
}

function pendingIn(name: string, account: string | undefined): string[] {
  if (account === undefined) return [];
  return [
    `${value(name)} carries no traffic until account ${value(account)} accepts it: nothing in this stack does.`,
  ];
}

/** The account that nobody here accepts for; undefined where that cannot be told. */
function pendingAccount(decision: Decision, ends: Ends, context: Context): string | undefined {
  const { step, change } = decision;
  const { account } = ends.accepter;
  const acceptance = context.siblingsOf(decision, "Acceptance")[0];
  if (acceptance !== undefined && acceptance.change !== "delete") return undefined;
  if (account === undefined || account === UNKNOWN || account === ends.requester.account) return undefined;
  if (change === "create" || change === "replace") {
    // An account that the program names is another's; its own comes from an Identity.
    const isNamed = (step.after?.propertyDependencies?.["accepter"] ?? []).every(
      (urn) => !urn.includes(":Identity::"),
    );
    return isNamed || ends.requester.account !== undefined ? account : undefined;
  }
  // An acceptance of this program may be among what the preview leaves out.
  const isPending = step.before?.outputs?.["status"] === "pending" && context.preview.hiddenSames === 0;
  return isPending && change !== "delete" ? account : undefined;
}
