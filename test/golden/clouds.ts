import type { CloudName, WorldInput } from "../../emulator";

/** A connection as a world has it. */
export type Seed = NonNullable<WorldInput["peerings"]>[number];

/** What the golden test needs to know of a cloud. The programs beside are written for these. */
export interface GoldenCloud {
  cloud: CloudName;
  /** The stack's own keys and region, by their config keys; a secret key is set as a secret. */
  config: Readonly<Record<string, string>>;
  /** The connections that the program accepts, takes over and reads. */
  before: readonly Seed[];
  /** The calls of a change in place: what the program does when `suffix` is set, in the order of the alphabet. */
  changes: readonly string[];
  /** The calls of the stack's end: it deletes three connections of its own, and one that it accepted. */
  ends: readonly string[];
  /** What is there after that: the connection that it accepted and keeps, and the one that it only read. */
  left: readonly string[];
}

const times = (count: number, action: string): string[] => Array<string>(count).fill(action);

export const CLOUDS: Record<CloudName, GoldenCloud> = {
  alicloud: {
    cloud: "alicloud",
    config: { accessKey: "LTAIfakeA", secretKey: "fakesecretA", region: "cn-hangzhou" },
    before: [
      {
        cloud: "alicloud",
        id: "pcc-goldenrequest0001",
        status: "pending",
        name: "hub-partner",
        requester: { vpcId: "vpc-bp1hub01" },
        accepter: { vpcId: "vpc-bp1partner01" },
      },
      {
        cloud: "alicloud",
        id: "pcc-goldenrequest0002",
        status: "pending",
        name: "app-partner",
        requester: { vpcId: "vpc-bp1app01" },
        accepter: { vpcId: "vpc-bp1partner01" },
      },
      {
        cloud: "alicloud",
        id: "pcc-goldenadopted0001",
        name: "by hand",
        requester: { vpcId: "vpc-bp1app01" },
        accepter: { vpcId: "vpc-2zedata01" },
      },
      {
        cloud: "alicloud",
        id: "pcc-goldenreadonly001",
        name: "hub-app",
        description: "Of somebody else",
        tags: { team: "others" },
        requester: { vpcId: "vpc-bp1hub01" },
        accepter: { vpcId: "vpc-bp1app01" },
      },
    ],
    changes: [...times(3, "ModifyVpcPeerConnection"), ...times(2, "TagResources")],
    ends: times(4, "DeleteVpcPeerConnection"),
    left: ["pcc-goldenreadonly001", "pcc-goldenrequest0002"],
  },
  tencentcloud: {
    cloud: "tencentcloud",
    config: { secretId: "AKIDfakeA", secretKey: "fakesecretA", region: "ap-guangzhou" },
    before: [
      {
        cloud: "tencentcloud",
        id: "pcx-gold0001",
        status: "pending",
        name: "hub-partner",
        requester: { vpcId: "vpc-hub00001" },
        accepter: { vpcId: "vpc-par00001" },
      },
      {
        cloud: "tencentcloud",
        id: "pcx-gold0002",
        status: "pending",
        name: "app-partner",
        requester: { vpcId: "vpc-app00001" },
        accepter: { vpcId: "vpc-par00001" },
      },
      {
        cloud: "tencentcloud",
        id: "pcx-gold0003",
        name: "by hand",
        bandwidth: 10,
        requester: { vpcId: "vpc-app00001" },
        accepter: { vpcId: "vpc-dat00001" },
      },
      {
        cloud: "tencentcloud",
        id: "pcx-gold0004",
        name: "hub-app",
        tags: { team: "others" },
        requester: { vpcId: "vpc-hub00001" },
        accepter: { vpcId: "vpc-app00001" },
      },
    ],
    changes: times(3, "ModifyVpcPeeringConnection"),
    ends: times(4, "DeleteVpcPeeringConnection"),
    left: ["pcx-gold0002", "pcx-gold0004"],
  },
  huaweicloud: {
    cloud: "huaweicloud",
    config: { accessKey: "HWFAKEAKA", secretKey: "fakesecretA", region: "cn-north-4" },
    before: [
      {
        cloud: "huaweicloud",
        id: "c0000000-0000-4000-8000-000000000001",
        status: "pending",
        name: "app-partner",
        requester: { vpcId: "a0000000-0000-4000-8000-000000000002" },
        accepter: { vpcId: "b0000000-0000-4000-8000-000000000001" },
      },
      {
        cloud: "huaweicloud",
        id: "c0000000-0000-4000-8000-000000000002",
        status: "pending",
        name: "twin-partner",
        requester: { vpcId: "a0000000-0000-4000-8000-000000000004" },
        accepter: { vpcId: "b0000000-0000-4000-8000-000000000001" },
      },
      {
        cloud: "huaweicloud",
        id: "c0000000-0000-4000-8000-000000000003",
        name: "by-hand",
        requester: { vpcId: "a0000000-0000-4000-8000-000000000004" },
        accepter: { vpcId: "a0000000-0000-4000-8000-000000000002" },
      },
      {
        cloud: "huaweicloud",
        id: "c0000000-0000-4000-8000-000000000004",
        name: "hub-twin",
        description: "Of somebody else",
        requester: { vpcId: "a0000000-0000-4000-8000-000000000001" },
        accepter: { vpcId: "a0000000-0000-4000-8000-000000000004" },
      },
    ],
    changes: times(3, "UpdateVpcPeering"),
    ends: times(4, "DeleteVpcPeering"),
    left: ["c0000000-0000-4000-8000-000000000002", "c0000000-0000-4000-8000-000000000004"],
  },
};
