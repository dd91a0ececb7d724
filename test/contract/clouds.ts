import type { PeeringRow, WorldInput } from "../../emulator";

/** What the story needs to know of a cloud. */
export interface CloudUnderTest {
  cloud: "alicloud";
  /** The settings of two accounts' provider instances, without their endpoint. */
  settings: Record<"a" | "b", Record<string, string>>;
  accounts: Record<"a" | "b", string>;
  accountKey: "accountId" | "projectId";
  /** Two VPCs of account A in one region, and one of account B. */
  vpcs: Record<"hub" | "app" | "partner", { vpcId: string; region: string }>;
  actions: Record<"create" | "get" | "accept" | "update" | "delete", string>;
  /** How the cloud says that it is called too often, and that it is busy with a VPC. */
  refusals: { throttled: string; busy: string };
  world: WorldInput;
  /** A value for each property that can be changed in place on a connection within one account. */
  changes: Record<string, unknown>;
  /** What the admin API shows of such a change. */
  shown: (row: PeeringRow) => Record<string, unknown>;
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
    refusals: { throttled: "Throttling.User", busy: "Conflict.Operation" },
    world: {
      timings: { activateMs: 0, acceptMs: 0, updateMs: 0, deleteMs: 0 },
      limits: { alicloudPerMinute: 0 },
    },
    changes: { name: "renamed", description: "Changed in place", tags: { team: "network" } },
    shown: ({ name, description, tags }) => ({ name, description, tags: { team: tags["team"] } }),
  },
];
