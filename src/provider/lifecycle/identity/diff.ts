import { factsOf } from "../../../model/clouds";
import type { DiffAnswer } from "../resource";
import type { IdentityInputs } from "./inputs";
import type { IdentityOutputs } from "./state";

/**
 * Compares whose account was asked for. An update makes the account unknown in previews, which would plan to replace
 * what depends on it. So there is one only where another region can mean another account.
 */
export function diffIdentity(olds: IdentityOutputs, news: IdentityInputs): DiffAnswer {
  const isElsewhere = news.where !== olds.where;
  return factsOf(news.cloud).accountsBelongToRegions && isElsewhere ? { replaces: [] } : { changes: false };
}
