import type { PeeringRecord } from "../../core/store/peering";
import type { ActionContext } from "./action";
import { findPeering } from "./find";
import { apiError } from "./errors";

/** The connection that the caller wants to accept or reject, which only its accepter may. */
export function requestToAnswer(context: ActionContext): PeeringRecord {
  const peering = findPeering(context);
  if (peering.accepter.account !== context.caller.accountId) {
    throw apiError(context.settings.guesses.wrongSideCode, peering.id);
  }
  return peering;
}
