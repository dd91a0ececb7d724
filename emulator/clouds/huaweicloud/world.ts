import { z } from "zod";
import { accountId, limit, text, vpcFields } from "../../core/fields";
import type { SettingsOf, WorldPart } from "../../core/worldPart";
import { guessesSchema } from "./guesses";

const project = z.strictObject({
  projectId: accountId,
  /** The account that owns the project. */
  domainId: accountId,
  accessKey: text,
  secretKey: text,
  /** Set, the key is a temporary one that works with this token only. */
  securityToken: text.optional(),
  /** Left out, it is the project of every region for those who ask by a region's name. */
  name: text.optional(),
  /** What the account is called; left out, its id. */
  domainName: text.optional(),
});

const vpc = z.strictObject({ ...vpcFields, projectId: accountId });

const projectA = "aaaa0000000000000000000000000001";
const projectB = "bbbb0000000000000000000000000002";

/** What stands under the cloud's own name. */
const settings = z.strictObject({
  /** False lets ids have any shape and lets peerings name VPCs that the world does not list. */
  strictIds: z.boolean().default(true),
  projects: z.array(project).default([
    {
      projectId: projectA,
      domainId: "aaaa00000000000000000000000000d1",
      accessKey: "HWFAKEAKA",
      secretKey: "fakesecretA",
    },
    {
      projectId: projectB,
      domainId: "bbbb00000000000000000000000000d2",
      accessKey: "HWFAKEAKB",
      secretKey: "fakesecretB",
    },
  ]),
  vpcs: z.array(vpc).prefault([
    {
      vpcId: "a0000000-0000-4000-8000-000000000001",
      projectId: projectA,
      region: "cn-north-4",
      cidrBlocks: ["10.0.0.0/16"],
    },
    {
      vpcId: "a0000000-0000-4000-8000-000000000002",
      projectId: projectA,
      region: "cn-north-4",
      cidrBlocks: ["10.1.0.0/16"],
    },
    {
      vpcId: "a0000000-0000-4000-8000-000000000003",
      projectId: projectA,
      region: "cn-east-3",
      cidrBlocks: ["10.2.0.0/16"],
    },
    {
      vpcId: "a0000000-0000-4000-8000-000000000004",
      projectId: projectA,
      region: "cn-north-4",
      cidrBlocks: ["10.0.0.0/16"],
    },
    {
      vpcId: "b0000000-0000-4000-8000-000000000001",
      projectId: projectB,
      region: "cn-north-4",
      cidrBlocks: ["10.8.0.0/16"],
    },
    {
      vpcId: "b0000000-0000-4000-8000-000000000002",
      projectId: projectB,
      region: "cn-east-3",
      cidrBlocks: ["10.9.0.0/16"],
    },
  ]),
  /** Agencies that accounts have made for others; left out, there is one of every name. */
  agencies: z.array(text).optional(),
  guesses: guessesSchema.prefault({}),
});

/** What Huawei Cloud has in the world file. */
export const world = {
  settings,
  /** Calls in five minutes, for each project and API. */
  limits: { huaweicloudPer5Minutes: limit(200) },
  quotas: z.strictObject({
    perProject: limit(50),
    /** Routes in one table, without the local ones. */
    routesPerTable: limit(200),
    /** Route tables of a VPC, the default one included. */
    tablesPerVpc: limit(5),
  }),
} satisfies WorldPart;

/** Huawei Cloud's part of a world in force. */
export type Settings = SettingsOf<typeof world>;

/** A project with its access key. */
export type WorldProject = Settings["projects"][number];

/** A VPC as the world describes it. */
export type WorldVpc = Settings["vpcs"][number];
