import type { Cloud } from "../../core/room";
import { newPeeringId } from "./defaults";
import { recognises } from "./recognise";
import { createRoom } from "./room";
import { words } from "./words";

/** Tencent Cloud: of the API vpc 2017-03-12 what peering needs, and of sts 2018-08-13 who asks. */
export const tencentcloud: Cloud = {
  name: "tencentcloud",
  recognises: recognises,
  words,
  newPeeringId: newPeeringId,
  defaultBandwidth: () => 0,
  vpcsOf: ({ tencentcloud: part }) =>
    part.vpcs.map(({ uin, ...vpc }) => ({ ...vpc, cloud: "tencentcloud", account: uin })),
  accountsOf: ({ tencentcloud: part }) => part.accounts.map(({ uin }) => uin),
  strictIds: ({ tencentcloud: part }) => part.strictIds,
  createRoom: createRoom,
};
