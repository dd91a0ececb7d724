import type { Action } from "../action";

/** Says whose key signed. */
export const getCallerIdentity: Action = {
  required: [],
  prepare:
    ({ caller }) =>
    () => ({ AccountId: caller.accountId, ...caller.identity }),
};
