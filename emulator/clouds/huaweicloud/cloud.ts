import type { Cloud } from "../../core/cloud";
import { defaultBandwidth, newPeeringId } from "./defaults";
import { recognises } from "./recognise";
import { createRoom } from "./room";
import { routing } from "./routing";
import { words } from "./words";
import { world } from "./world";

/** Huawei Cloud, as far as the core has to know it. */
export const huaweicloud: Cloud<"huaweicloud", typeof world> = {
  name: "huaweicloud",
  title: "Huawei Cloud",
  recognises,
  words,
  newPeeringId,
  defaultBandwidth,
  problems: { tooLarge: { code: "APIGW.0201" }, bug: { code: "HTTPInternalServerError" } },

  world,
  // A VPC has no block of IPv6 there: its subnets have.
  vpcsOf: ({ vpcs }) =>
    vpcs.map(({ projectId, ...vpc }) => ({
      ...vpc,
      cloud: "huaweicloud",
      account: projectId,
      ipv6CidrBlocks: [],
    })),
  accountsOf: ({ projects }) => projects.map(({ projectId }) => projectId),
  strictIds: ({ strictIds }) => strictIds,
  routing,
  createRoom,
};
