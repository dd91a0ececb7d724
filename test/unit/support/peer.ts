import { accepter, requester } from "./arguments";
import type { Program } from "./program";
import { A, B } from "./samples";

/** The provider instance of each end, in an account and a region of its own. */
export const hub = ({ lib }: Program) =>
  new lib.AlicloudProvider("hub", { region: "cn-hangzhou", accountId: A });
export const spoke = ({ lib }: Program) =>
  new lib.AlicloudProvider("spoke", { region: "cn-beijing", accountId: B });

/** A peering of which everything is named, unless the arguments say less. */
export const peer = ({ lib }: Program, args: object = {}, opts: object = {}) =>
  new lib.VpcPeering("hub-spoke", { cloud: "alicloud", requester, accepter, ...args }, opts);
