import type { CloudName, PeeringRow, WorldInput } from "../../emulator";
import { splitDescription } from "../../src/provider/clouds/huaweicloud/rows";

/** What the story needs to know of a cloud. */
export interface CloudUnderTest {
  cloud: CloudName;
  /** The settings of two accounts' provider instances, without their endpoint. */
  settings: Record<"a" | "b", Record<string, string>>;
  accounts: Record<"a" | "b", string>;
  accountKey: "accountId" | "projectId";
  /** Two VPCs of account A in one region, and one of account B. */
  vpcs: Record<"hub" | "app" | "partner", { vpcId: string; region: string }>;
  actions: Record<"create" | "get" | "accept" | "update" | "delete", string>;
  /** What a create within one account asks of the cloud. */
  callsOfCreate: readonly string[];
  /** How a message names a stack that made a connection. */
  maker: (stack: string) => string;
  /** A row of the admin API without the owner's mark, where that is in the way. */
  unmarked?: (row: PeeringRow) => PeeringRow;
  /** How the cloud says that it is called too often, and that it is busy with a VPC. */
  refusals: { throttled: string; busy: string };
  world: WorldInput;
  /** A value for each property that can be changed in place on a connection within one account. */
  changes: Record<string, unknown>;
  /** A text that can be changed in place. */
  text: "name" | "description";
  /** What the admin API shows of such a change. */
  shown: (row: PeeringRow) => Record<string, unknown>;
  /** A property that the cloud can be asked to clear, if any, and whether it is there. */
  clearable?: { inputs: Record<string, unknown>; isThere: (row: PeeringRow) => boolean };
  /** Whether a rejected leftover of a run that died is not looked for, if the program was changed meanwhile. */
  forgetsRejected: boolean;
  /** Whether the owner's mark can be put on a connection that exists. */
  canMark: boolean;
  /** A world in which a connection within one account does not become active, and its status there. */
  stuck: { world: WorldInput; status: string };
}

/** Every cloud that this release drives. */
export const CLOUDS: readonly CloudUnderTest[] = [
  {
    cloud: "alicloud",
    settings: {
      a: { region: "cn-hangzhou", accessKey: "LTAIfakeA", secretKey: "fakesecretA" },
      b: { region: "cn-hangzhou", accessKey: "LTAIfakeB", secretKey: "fakesecretB" },
    },
    accounts: { a: "1000000000000001", b: "1000000000000002" },
    accountKey: "accountId",
    vpcs: {
      hub: { vpcId: "vpc-bp1hub01", region: "cn-hangzhou" },
      app: { vpcId: "vpc-bp1app01", region: "cn-hangzhou" },
      partner: { vpcId: "vpc-bp1partner01", region: "cn-hangzhou" },
    },
    actions: {
      create: "CreateVpcPeerConnection",
      get: "GetVpcPeerConnectionAttribute",
      accept: "AcceptVpcPeerConnection",
      update: "ModifyVpcPeerConnection",
      delete: "DeleteVpcPeerConnection",
    },
    callsOfCreate: ["CreateVpcPeerConnection", "GetVpcPeerConnectionAttribute"],
    maker: (stack) => `which the stack ${stack} made`,
    refusals: { throttled: "Throttling.User", busy: "Conflict.Operation" },
    world: {
      timings: { activateMs: 0, acceptMs: 0, updateMs: 0, deleteMs: 0 },
      limits: { alicloudPerMinute: 0 },
    },
    changes: { name: "renamed", description: "Changed in place", tags: { team: "network" } },
    text: "description",
    shown: ({ name, description, tags }) => ({ name, description, tags: { team: tags["team"] } }),
    clearable: { inputs: { tags: { team: "network" } }, isThere: ({ tags }) => "team" in tags },
    forgetsRejected: true,
    canMark: true,
    stuck: { world: { timings: { activateMs: 3_600_000 } }, status: "creating" },
  },
  {
    cloud: "huaweicloud",
    settings: {
      a: {
        region: "cn-north-4",
        accessKey: "HWFAKEAKA",
        secretKey: "fakesecretA",
        projectId: "aaaa0000000000000000000000000001",
      },
      b: { region: "cn-north-4", accessKey: "HWFAKEAKB", secretKey: "fakesecretB" },
    },
    accounts: { a: "aaaa0000000000000000000000000001", b: "bbbb0000000000000000000000000002" },
    accountKey: "projectId",
    vpcs: {
      hub: { vpcId: "a0000000-0000-4000-8000-000000000001", region: "cn-north-4" },
      app: { vpcId: "a0000000-0000-4000-8000-000000000002", region: "cn-north-4" },
      partner: { vpcId: "b0000000-0000-4000-8000-000000000001", region: "cn-north-4" },
    },
    actions: {
      create: "CreateVpcPeering",
      get: "ShowVpcPeering",
      accept: "AcceptVpcPeering",
      update: "UpdateVpcPeering",
      delete: "DeleteVpcPeering",
    },
    // Without a token, a look comes first.
    callsOfCreate: ["ListVpcPeerings", "CreateVpcPeering", "ShowVpcPeering"],
    // There is no room for the stack's name.
    maker: () => "which another stack made",
    unmarked: (row) => ({ ...row, description: splitDescription(row.description).text }),
    refusals: { throttled: "APIGW.0308", busy: "VPC.0103" },
    world: { limits: { huaweicloudPer5Minutes: 0 } },
    changes: { name: "renamed", description: "Changed in place" },
    text: "description",
    shown: ({ name, description }) => ({ name, description }),
    clearable: { inputs: { description: "Hub to app" }, isThere: ({ description }) => description !== "" },
    forgetsRejected: false,
    canMark: true,
    stuck: { world: { huaweicloud: { guesses: { sameTenantIs: "nobody" } } }, status: "pending" },
  },
  {
    cloud: "tencentcloud",
    settings: {
      a: { region: "ap-guangzhou", secretId: "AKIDfakeA", secretKey: "fakesecretA" },
      b: { region: "ap-guangzhou", secretId: "AKIDfakeB", secretKey: "fakesecretB" },
    },
    accounts: { a: "100000000001", b: "100000000002" },
    accountKey: "accountId",
    vpcs: {
      hub: { vpcId: "vpc-hub00001", region: "ap-guangzhou" },
      app: { vpcId: "vpc-app00001", region: "ap-guangzhou" },
      partner: { vpcId: "vpc-par00001", region: "ap-guangzhou" },
    },
    actions: {
      create: "CreateVpcPeeringConnection",
      get: "DescribeVpcPeeringConnections",
      accept: "AcceptVpcPeeringConnection",
      update: "ModifyVpcPeeringConnection",
      delete: "DeleteVpcPeeringConnection",
    },
    // Without a token, a look comes first.
    callsOfCreate: [
      "DescribeVpcPeeringConnections",
      "CreateVpcPeeringConnection",
      "DescribeVpcPeeringConnections",
    ],
    maker: (stack) => `which the stack ${stack} made`,
    refusals: { throttled: "RequestLimitExceeded", busy: "UnsupportedOperation.MutexOperationTaskRunning" },
    world: {
      timings: { activateMs: 0, acceptMs: 0, updateMs: 0, deleteMs: 0 },
      limits: { tencentcloudPerSecond: 0 },
    },
    changes: { name: "renamed" },
    text: "name",
    shown: ({ name }) => ({ name }),
    forgetsRejected: false,
    canMark: false,
    stuck: { world: { timings: { activateMs: 3_600_000 } }, status: "creating" },
  },
];
