import type { Cloud } from "../../core/cloud";
import { newPeeringId } from "./actions";
import { createRoom } from "./room";
import { words } from "./words";
import { world } from "./world";

/** Nova Cloud, as far as the core has to know it. */
export const novacloud: Cloud<"novacloud", typeof world> = {
  name: "novacloud",
  title: "Nova Cloud",
  recognises: ({ path }) => path.startsWith("/nova/"),
  words,
  newPeeringId,
  defaultBandwidth: () => null,
  problems: { tooLarge: { code: "TooLarge" }, bug: { code: "Trouble" } },

  world,
  vpcsOf: ({ vpcs }) =>
    vpcs.map(({ accountId, ...vpc }) => ({ ...vpc, cloud: "novacloud", account: accountId })),
  accountsOf: ({ accounts }) => accounts.map(({ accountId }) => accountId),
  strictIds: ({ looseIds }) => !looseIds,
  createRoom,
};
