import { randomUUID } from "node:crypto";
import type { Cloud } from "../../core/room";
import { statusWords } from "../../core/store/status";
import { recognises } from "./recognise";
import { createRoom } from "./room";

/** Huawei Cloud, as far as the core has to know it. */
export const huaweicloud: Cloud = {
  name: "huaweicloud",
  recognises: recognises,
  words: statusWords({
    pending: "PENDING_ACCEPTANCE",
    active: "ACTIVE",
    rejected: "REJECTED",
    expired: "EXPIRED",
    deleted: "DELETED",
  }),
  newPeeringId: () => randomUUID(),
  defaultBandwidth: () => null,
  vpcsOf: ({ huaweicloud: part }) =>
    part.vpcs.map(({ projectId, ...vpc }) => ({ ...vpc, cloud: "huaweicloud", account: projectId })),
  accountsOf: ({ huaweicloud: part }) => part.projects.map(({ projectId }) => projectId),
  strictIds: ({ huaweicloud: part }) => part.strictIds,
  createRoom: createRoom,
};
