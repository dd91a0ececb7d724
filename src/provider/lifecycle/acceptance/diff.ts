import { ACCOUNT_KEYS } from "../../../model/account";
import { isKnown } from "../../../model/unknown";
import { ENDS_NOTE, lacksEnds } from "../connection/ends";
import { asItWas } from "../connection/sameVpc";
import { reasonToReplace } from "../connection/status";
import { isSame, mayDiffer } from "../isSame";
import type { DiffAnswer } from "../resource";
import type { AcceptanceInputs, StandaloneInputs } from "./inputs";
import { standaloneIn, wantedStatus } from "./inputs";
import type { AcceptanceOutputs } from "./state";

/** Which inputs of an acceptance name another connection, or another decision about it, when they change. */
const DECIDING = ["connectionId", "requester", "accepter", "decision"] as const;

/** Compares an acceptance's state with what is declared now. */
export function diffAcceptance(id: string, olds: AcceptanceOutputs, declared: AcceptanceInputs): DiffAnswer {
  const before = olds.standalone;
  const news = { ...declared, accepter: asItWas(before?.accepter, declared.accepter) };
  const elsewhere = news.connectionId === id ? [] : ["connectionId"];
  const moved =
    before === undefined ? elsewhere : DECIDING.filter((name) => decidesAnew(name, id, [before, news]));
  if (moved.length > 0) return { replaces: [...moved], deleteBeforeReplace: true };
  const wanted = wantedStatus(news);
  const lost = reasonToReplace(olds.status);
  if (olds.status !== wanted && lost !== undefined) {
    const warning = `The connection ${lost}. It carries no traffic and cannot be revived.`;
    // Within a VpcPeering the connection's own row says it.
    const onRow = before === undefined ? {} : { warning };
    return { changes: true, replaces: ["status"], deleteBeforeReplace: true, ...onRow };
  }
  const now = standaloneIn(news);
  const areOptionsSame = before === undefined || (isKnown(now) && isSame(before, now));
  if (!areOptionsSame) return { replaces: [], deleteBeforeReplace: true };
  if (olds.status !== wanted) return { changes: true };
  return lacksEnds(olds, news) ? { changes: true, note: ENDS_NOTE } : { changes: false };
}

/** Whether an input names another connection than it did, or another decision. */
function decidesAnew(
  name: (typeof DECIDING)[number],
  id: string,
  [before, now]: readonly [StandaloneInputs, AcceptanceInputs],
): boolean {
  if (name === "decision") return mayDiffer(before.decision, now.decision);
  // Without its id the two VPCs name the connection, and those are compared.
  if (name === "connectionId") return now.connectionId !== undefined && now.connectionId !== id;
  return isOtherEnd({ before: before[name], now: now[name], isNamed: now.connectionId === id });
}

/** What was said of an end, what is said now, and whether the connection is named by its id. */
interface ComparedEnd {
  before: object | undefined;
  now: object | undefined;
  isNamed: boolean;
}

/**
 * Whether an end is another one. What is said for the first time, or not any more, makes it no other one where the connection
 * is named by its id; and nowhere does a word for the account, which is the VPC's own.
 */
function isOtherEnd({ before, now, isNamed }: ComparedEnd): boolean {
  if (typeof now === "string") return true;
  const was: Readonly<Record<string, unknown>> = { ...before };
  const is: Readonly<Record<string, unknown>> = { ...now };
  return Object.keys({ ...was, ...is }).some((member) => {
    const mayBeLeftOut = isNamed || (ACCOUNT_KEYS as readonly string[]).includes(member);
    if (mayBeLeftOut && (was[member] === undefined || is[member] === undefined)) return false;
    if (isNamed && !isKnown(is[member])) return false;
    return mayDiffer(was[member], is[member]);
  });
}
