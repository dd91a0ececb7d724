import type { Cloud } from "../../core/room";
import { defaultBandwidth, newConnectionId } from "./connectionDefaults";
import { isAlicloudRequest } from "./recognise";
import { createAlicloudRoom } from "./room";
import { alicloudWords } from "./words";

/** Alibaba Cloud: the APIs VpcPeer 2022-01-01, and what a peering needs of Vpc 2016-04-28 and Sts 2015-04-01. */
export const alicloud: Cloud = {
  name: "alicloud",
  recognises: isAlicloudRequest,
  words: alicloudWords,
  newPeeringId: newConnectionId,
  defaultBandwidth,
  vpcsOf: ({ alicloud: part }) =>
    part.vpcs.map((vpc) => ({ ...vpc, cloud: "alicloud", account: vpc.accountId })),
  accountsOf: ({ alicloud: part }) => part.accounts.map(({ accountId }) => accountId),
  strictIds: ({ alicloud: part }) => part.strictIds,
  createRoom: createAlicloudRoom,
};
