import type { Cloud } from "../../core/cloud";
import { defaultBandwidth, newPeeringId } from "./defaults";
import { recognises } from "./recognise";
import { createRoom } from "./room";
import { routing } from "./routing";
import { words } from "./words";
import { world } from "./world";

/** Alibaba Cloud: the APIs VpcPeer 2022-01-01, and what a peering needs of Vpc 2016-04-28 and Sts 2015-04-01. */
export const alicloud: Cloud<"alicloud", typeof world> = {
  name: "alicloud",
  title: "Alibaba Cloud",
  recognises,
  words,
  newPeeringId,
  defaultBandwidth,
  problems: { tooLarge: { code: "RequestBodyTooLarge" }, bug: { code: "InternalError" } },

  world,
  vpcsOf: ({ vpcs }) => vpcs.map((vpc) => ({ ...vpc, cloud: "alicloud", account: vpc.accountId })),
  accountsOf: ({ accounts }) => accounts.map(({ accountId }) => accountId),
  strictIds: ({ strictIds }) => strictIds,
  routing,
  createRoom,
};
