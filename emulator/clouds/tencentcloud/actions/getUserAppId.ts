import type { Action } from "../action";

/** Tells the numbers of the account whose key signed. Keys of the world are main accounts', so that both are one. */
export const getUserAppId: Action = {
  params: {},
  required: [],
  isRegional: false,
  isLimited: false,
  run: ({ caller, settings }) => ({
    Uin: caller.uin,
    OwnerUin: caller.uin,
    AppId: settings.accounts.find(({ uin }) => uin === caller.uin)?.appId ?? 0,
  }),
};
