import { isKnown } from "../../../model/unknown";
import { ENDS_NOTE, lacksEnds } from "../connection/ends";
import { asItWas } from "../connection/sameVpc";
import { reasonToReplace } from "../connection/status";
import { isSame, mayDiffer } from "../isSame";
import type { DiffAnswer } from "../resource";
import type { AcceptanceInputs } from "./inputs";
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
    before === undefined ? elsewhere : DECIDING.filter((name) => mayDiffer(before[name], news[name]));
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
