import type { Cloud } from "../../core/room";
import { newConnectionId } from "./connectionId";
import { isTencentcloudRequest } from "./recognise";
import { createTencentcloudRoom } from "./room";
import { words } from "./words";

/** Tencent Cloud: of the API vpc 2017-03-12 what peering needs, and of sts 2018-08-13 who asks. */
export const tencentcloud: Cloud = {
  name: "tencentcloud",
  recognises: isTencentcloudRequest,
  words,
  newPeeringId: newConnectionId,
  defaultBandwidth: () => 0,
  vpcsOf: ({ tencentcloud: part }) =>
    part.vpcs.map(({ uin, ...vpc }) => ({ ...vpc, cloud: "tencentcloud", account: uin })),
  accountsOf: ({ tencentcloud: part }) => part.accounts.map(({ uin }) => uin),
  strictIds: ({ tencentcloud: part }) => part.strictIds,
  createRoom: createTencentcloudRoom,
};
