import { z } from "zod";
import { accountId, limit, no, text, vpcFields } from "../../core/fields";
import type { SettingsOf, WorldPart } from "../../core/worldPart";

const account = z.strictObject({ accountId, apiKey: text });

const vpc = z.strictObject({ ...vpcFields, accountId });

const [a, b] = ["700000000001", "700000000002"];

const settings = z.strictObject({
  /** True lets peerings name VPCs that the world does not list. */
  looseIds: no,
  accounts: z.array(account).default([
    { accountId: a, apiKey: "novafakesecretA" },
    { accountId: b, apiKey: "novafakesecretB" },
  ]),
  vpcs: z.array(vpc).prefault([
    { vpcId: "nv-hub", accountId: a, region: "north", cidrBlocks: ["10.0.0.0/16"] },
    { vpcId: "nv-app", accountId: a, region: "north", cidrBlocks: ["10.1.0.0/16"] },
    { vpcId: "nv-twin", accountId: a, region: "south", cidrBlocks: ["10.2.0.0/16"] },
    { vpcId: "nv-partner", accountId: b, region: "north", cidrBlocks: ["10.8.0.0/16"] },
  ]),
});

/** What Nova Cloud has in the world file. */
export const world = {
  settings,
  limits: { novacloudPerMinute: limit(100) },
  quotas: z.strictObject({}),
} satisfies WorldPart;

/** Nova Cloud's part of a world in force. */
export type Settings = SettingsOf<typeof world>;
