import type { Labels, PeeringRecord } from "../../core/store/peering";
import type { Guesses } from "./guesses";

/** Which set of labels an account reads and writes, for each kind of label. */
export interface LabelsInUse {
  /** Holds the name and description. */
  readonly text: Labels;
  readonly tags: Labels;
  readonly resourceGroup: Labels;
}

/** The labels of a peering as one account has them. */
export function labelsFor(peering: PeeringRecord, accountId: string, guesses: Guesses): LabelsInUse {
  const { requester, accepter } = peering;
  const isOnlyAccepter = accountId === accepter.account && accountId !== requester.account;
  const shared = requester.labels;
  const own = isOnlyAccepter ? accepter.labels : requester.labels;
  return {
    text: guesses.textPerAccount ? own : shared,
    tags: guesses.tagsPerAccount ? own : shared,
    resourceGroup: guesses.resourceGroupPerAccount ? own : shared,
  };
}
