import { accountOf } from "../../../model/account";
import type { PeeringStatus } from "../../../model/status";
import { DEAD, GOING } from "../../../model/status";
import type { ConnectionInputs } from "./inputs";
import type { ConnectionOutputs } from "./state";

/** Why a connection in this status has to be replaced, as the end of a sentence; nothing if it need not be. */
export function reasonToReplace(status: PeeringStatus | undefined): string | undefined {
  if (status === undefined) return undefined;
  if (GOING.has(status)) return "was deleted outside of this stack";
  return DEAD.has(status) ? WORDS[status] : undefined;
}

const WORDS: Partial<Record<PeeringStatus, string>> = {
  rejected: "was rejected by the accepter's account",
  expired: "expired before anybody accepted it",
  failed: "failed",
};

/** Whether a connection has got as far as it should without somebody else's doing. */
export function isFinished({ status, waitFor, account, accepter }: ConnectionOutputs): boolean {
  if (status === "active") return true;
  if (status !== "pending" || account === undefined) return false;
  return mayStayPending(waitFor, account, accountOf(accepter));
}

/** Whether `pending` is enough: if that was asked for, or if the peer is another account and nothing was. */
export function mayStayPending(
  waitFor: ConnectionInputs["waitFor"],
  requesterAccount: string,
  accepterAccount: string | undefined,
): boolean {
  return waitFor === undefined ? requesterAccount !== accepterAccount : waitFor === "pending";
}
