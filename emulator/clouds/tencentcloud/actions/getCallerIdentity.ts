import type { Action } from "../action";

/** Tells whose key signed. */
export const getCallerIdentity: Action = {
  params: {},
  required: [],
  isRegional: false,
  isLimited: false,
  run: ({ caller }) => ({ AccountId: caller.uin, ...caller.identity }),
};
