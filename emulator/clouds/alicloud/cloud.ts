import type { Cloud } from "../../core/room";
import { defaultBandwidth, newPeeringId } from "./defaults";
import { recognises } from "./recognise";
import { createRoom } from "./room";
import { words } from "./words";

/** Alibaba Cloud: the APIs VpcPeer 2022-01-01, and what a peering needs of Vpc 2016-04-28 and Sts 2015-04-01. */
export const alicloud: Cloud = {
  name: "alicloud",
  recognises: recognises,
  words: words,
  newPeeringId: newPeeringId,
  defaultBandwidth,
  vpcsOf: ({ alicloud: part }) =>
    part.vpcs.map((vpc) => ({ ...vpc, cloud: "alicloud", account: vpc.accountId })),
  accountsOf: ({ alicloud: part }) => part.accounts.map(({ accountId }) => accountId),
  strictIds: ({ alicloud: part }) => part.strictIds,
  createRoom: createRoom,
};
