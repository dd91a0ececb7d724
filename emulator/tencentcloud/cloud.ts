import { randomId } from "../core/randomId";
import type { Cloud } from "../core/room";
import { statusWords } from "../core/status";
import { isTencentcloudRequest } from "./recognise";

/** Tencent Cloud, as far as the core has to know it. */
export const tencentcloud: Cloud = {
  name: "tencentcloud",
  recognises: isTencentcloudRequest,
  words: statusWords({
    pending: "PENDING",
    creating: "PENDING",
    active: "ACTIVE",
    rejected: "REJECTED",
    expired: "EXPIRED",
    deleted: "DELETED",
    failed: "FAILED",
  }),
  newPeeringId: () => `pcx-${randomId(8)}`,
  defaultBandwidth: () => 0,
  vpcsOf: ({ tencentcloud: part }) =>
    part.vpcs.map(({ uin, ...vpc }) => ({ ...vpc, cloud: "tencentcloud", account: uin })),
  accountsOf: ({ tencentcloud: part }) => part.accounts.map(({ uin }) => uin),
  strictIds: ({ tencentcloud: part }) => part.strictIds,
};
