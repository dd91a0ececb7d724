import type { Cloud } from "../../core/cloud";
import { defaultBandwidth, newPeeringId } from "./defaults";
import { recognises } from "./recognise";
import { createRoom } from "./room";
import { routing } from "./routing";
import { words } from "./words";
import { world } from "./world";

/** Tencent Cloud: of the API vpc 2017-03-12 what peering needs, and of sts 2018-08-13 who asks. */
export const tencentcloud: Cloud<"tencentcloud", typeof world> = {
  name: "tencentcloud",
  title: "Tencent Cloud",
  recognises,
  words,
  newPeeringId,
  defaultBandwidth,
  problems: { tooLarge: { code: "RequestSizeLimitExceeded" }, bug: { code: "InternalError" } },

  world,
  vpcsOf: ({ vpcs }) => vpcs.map(({ uin, ...vpc }) => ({ ...vpc, cloud: "tencentcloud", account: uin })),
  accountsOf: ({ accounts }) => accounts.map(({ uin }) => uin),
  strictIds: ({ strictIds }) => strictIds,
  routing,
  createRoom,
};
