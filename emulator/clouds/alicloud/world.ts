import { z } from "zod";
import { accountId, limit, tableSchema, text, vpcFields } from "../../core/fields";
import type { SettingsOf, WorldPart } from "../../core/worldPart";
import { guessesSchema } from "./guesses";

const account = z.strictObject({
  accountId,
  accessKeyId: text,
  accessKeySecret: text,
  /** Set, the key is a temporary one that works with this token only. */
  securityToken: text.optional(),
  /** False: the access key is disabled. */
  keyActive: z.boolean().default(true),
  /** False: Cloud Data Transfer is not activated. */
  cdt: z.boolean().default(true),
  /** False: the cross-border variety of it is not. */
  crossBorderCdt: z.boolean().default(true),
  /** FinancialLocked: the account owes money. */
  businessStatus: z.enum(["Normal", "FinancialLocked"]).default("Normal"),
  /** Accounts of different sites cannot be peered. */
  site: z.enum(["china", "international"]).default("china"),
  /** The resource groups there are; left out, every id passes. */
  resourceGroups: z.array(text).optional(),
});

const vpc = z.strictObject({
  ...vpcFields,
  tables: z
    .array(
      tableSchema.extend({
        /** True: the table is for what comes in through a gateway. It takes no routes, and no vSwitch is on it. */
        gateway: z.boolean("must be true or false").optional(),
      }),
    )
    .default([]),
  accountId,
  name: z.string().default(""),
  /** A VPC that is still Pending cannot be peered. */
  status: z.enum(["Available", "Pending"]).default("Available"),
  /** True: the VPC is shared with its account, not owned by it. */
  shared: z.boolean().default(false),
  /** True: a CloudBox stands in the VPC, which excludes peering. */
  cloudBox: z.boolean().default(false),
});

const hub = "1000000000000001";
const partner = "1000000000000002";

/** What stands under the cloud's own name. */
const settings = z.strictObject({
  /**
   * False lets ids have any shape. Calls may then also name VPCs that the world does not list: each is taken to be where
   * and whose the call says.
   */
  strictIds: z.boolean("must be true or false").default(true),
  accounts: z.array(account).prefault([
    { accountId: hub, accessKeyId: "LTAIfakeA", accessKeySecret: "fakesecretA" },
    { accountId: partner, accessKeyId: "LTAIfakeB", accessKeySecret: "fakesecretB" },
  ]),
  vpcs: z.array(vpc).prefault([
    {
      vpcId: "vpc-bp1hub01",
      accountId: hub,
      region: "cn-hangzhou",
      cidrBlocks: ["10.0.0.0/16"],
      name: "hub",
    },
    {
      vpcId: "vpc-bp1app01",
      accountId: hub,
      region: "cn-hangzhou",
      cidrBlocks: ["10.1.0.0/16", "10.101.0.0/16"],
      name: "app",
    },
    {
      vpcId: "vpc-2zedata01",
      accountId: hub,
      region: "cn-beijing",
      cidrBlocks: ["10.2.0.0/16"],
      name: "data",
    },
    {
      vpcId: "vpc-bp1twin01",
      accountId: hub,
      region: "cn-hangzhou",
      cidrBlocks: ["10.0.0.0/16"],
      name: "overlaps hub",
    },
    {
      vpcId: "vpc-bp1partner01",
      accountId: partner,
      region: "cn-hangzhou",
      cidrBlocks: ["10.8.0.0/16"],
      name: "partner",
    },
    {
      vpcId: "vpc-2zepartner02",
      accountId: partner,
      region: "cn-beijing",
      cidrBlocks: ["10.9.0.0/16"],
      name: "partner data",
    },
  ]),
  /** The most bandwidth one inter-region peering may have, in Mbit/s; 0 is off. */
  bandwidthQuota: limit(1024),
  /** Link types that the regions offer. */
  linkTypes: z.array(text).default(["Platinum", "Gold"]),
  /** Regions where peering is not offered. */
  unsupportedRegions: z.array(text).default([]),
  /** Regions where no IPv6 route can lead to a peering. */
  regionsWithoutIpv6Peering: z.array(text).default([]),
  guesses: guessesSchema.prefault({}),
});

/** What Alibaba Cloud has in the world file. */
export const world = {
  settings,
  /** Calls a minute, for each account, region and API. */
  limits: { alicloudPerMinute: limit(360) },
  quotas: z.strictObject({
    intraRegionPerVpc: limit(10),
    interRegionPerVpc: limit(20),
    /** Peerings that one account requested in one region. */
    perRegion: limit(20),
    /** Routes in one table, without those it has from the start. */
    routesPerTable: limit(200),
  }),
} satisfies WorldPart;

/** Alibaba Cloud's part of a world in force. */
export type Settings = SettingsOf<typeof world>;

/** An account with its access key. */
export type WorldAccount = Settings["accounts"][number];

/** A VPC as the world describes it. */
export type WorldVpc = Settings["vpcs"][number];
