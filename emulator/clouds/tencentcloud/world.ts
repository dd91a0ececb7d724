import { z } from "zod";
import { accountId, cidrBlocks, limit, text, vpcFields, wholeNumber } from "../../core/fields";
import type { SettingsOf, WorldPart } from "../../core/worldPart";
import { guessesSchema } from "./guesses";

const account = z.strictObject({
  /** The UIN of the main account. */
  uin: accountId,
  appId: wholeNumber("", { from: 0, to: Number.MAX_SAFE_INTEGER }),
  secretId: text,
  secretKey: text,
  /** Set, the key is a temporary one that works with this token only. */
  token: text.optional(),
  /** False: the key is disabled. */
  keyActive: z.boolean("must be true or false").default(true),
  /** Actions that the key may not call. */
  deniedActions: z.array(text).default([]),
});

const vpc = z.strictObject({
  ...vpcFields,
  uin: accountId,
  name: z.string().default(""),
  /** Further blocks, for containers. They are no part of the VPC's own addresses, and no route may lead into them. */
  containerCidrBlocks: cidrBlocks.default([]),
});

/** What stands under the cloud's own name. */
const settings = z.strictObject({
  /** False lets ids have any shape and lets peerings name VPCs that the world does not list. */
  strictIds: z.boolean("must be true or false").default(true),
  accounts: z.array(account).prefault([
    { uin: "100000000001", appId: 1250000001, secretId: "AKIDfakeA", secretKey: "fakesecretA" },
    { uin: "100000000002", appId: 1250000002, secretId: "AKIDfakeB", secretKey: "fakesecretB" },
  ]),
  vpcs: z.array(vpc).prefault([
    { vpcId: "vpc-hub00001", uin: "100000000001", region: "ap-guangzhou", cidrBlocks: ["10.0.0.0/16"] },
    { vpcId: "vpc-app00001", uin: "100000000001", region: "ap-guangzhou", cidrBlocks: ["10.1.0.0/16"] },
    { vpcId: "vpc-dat00001", uin: "100000000001", region: "ap-shanghai", cidrBlocks: ["10.2.0.0/16"] },
    { vpcId: "vpc-dup00001", uin: "100000000001", region: "ap-guangzhou", cidrBlocks: ["10.0.0.0/16"] },
    { vpcId: "vpc-par00001", uin: "100000000002", region: "ap-guangzhou", cidrBlocks: ["10.8.0.0/16"] },
    { vpcId: "vpc-par00002", uin: "100000000002", region: "ap-shanghai", cidrBlocks: ["10.9.0.0/16"] },
  ]),
  /** Regions where peering is not offered. */
  unsupportedRegions: z.array(text).default([]),
  guesses: guessesSchema.prefault({}),
});

/** What Tencent Cloud has in the world file. */
export const world = {
  settings,
  /** Calls a second, for each account and API. */
  limits: { tencentcloudPerSecond: limit(20) },
  quotas: z.strictObject({
    perVpc: limit(10),
    /** Routes in one table. */
    routesPerTable: limit(50),
    /** Route tables of a VPC, its main one included. */
    tablesPerVpc: limit(10),
  }),
} satisfies WorldPart;

/** Tencent Cloud's part of a world in force. */
export type Settings = SettingsOf<typeof world>;
