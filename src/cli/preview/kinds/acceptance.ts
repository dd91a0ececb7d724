import type { Decision } from "../changes";
import { endOf, endsOf } from "../ends";
import type { Context, PeeringRow } from "./row";
import { rowBasics } from "./row";
import { withRoutes } from "./routes";

/** The acceptance of a connection that another stack asks for, or that has another change than its connection. */
export function acceptanceRow(decision: Decision, context: Context): PeeringRow | undefined {
  const { step, change } = decision;
  const [connection] = context.siblingsOf(decision, "Connection");
  if (connection !== undefined && (change === connection.change || change === "same")) return undefined;
  const state = step.after ?? step.before;
  const { requester, accepter } = endsOf(state);
  const expected = endOf(state?.inputs?.["expect"]);
  const seen = endOf((step.before ?? step.after)?.outputs?.["peer"]);
  const basics = rowBasics(decision, context.preview);
  return {
    ...basics,
    // Beside a connection, its row tells of the routes.
    ...(connection === undefined ? withRoutes(basics, decision, context) : {}),
    note: "accepts request",
    requester: { ...seen, ...expected, ...requester },
    accepter,
    isCut: false,
    cautions: [],
  };
}
