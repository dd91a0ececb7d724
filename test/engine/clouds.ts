import type { CloudName, WorldInput } from "../../emulator";

/** What a program of the tests needs to know of a cloud to peer many VPCs there. */
export interface CloudOfTests {
  cloud: CloudName;
  /** What a program begins with: `a()` and `b()`, instances of two accounts, `hub`, `own(n)` and `partner(n)`, VPCs of each. */
  prelude: string;
  /** Both accounts, a hub, as many VPCs of account A and of account B, no quotas, no limits, everything at once. */
  world: (own: number, partners: number) => WorldInput;
  /** A change that somebody makes in the console, the API's way and as the preview shows it. */
  drift: { patch: object; declared: string; bandwidth: number | null; shown: RegExp[] };
  /** The actions that make and end a connection. */
  actions: { create: string; delete: string };
  /** Whether a connection's mark has room for the name of the stack that made it. */
  ownerIsNamed: boolean;
}

interface Vpc {
  vpcId: string;
  region: string;
  cidrBlocks: string[];
}

const QUICK: WorldInput = {
  timings: { activateMs: 0, acceptMs: 0, updateMs: 0, deleteMs: 0, expireMs: 3_600_000 },
  limits: { alicloudPerMinute: 0, tencentcloudPerSecond: 0, huaweicloudPer5Minutes: 0 },
  quotas: {
    alicloud: { intraRegionPerVpc: 0, interRegionPerVpc: 0, perRegion: 0 },
    tencentcloud: { perVpc: 0 },
    huaweicloud: { perProject: 0 },
  },
};

/** A hub, and what the ids of VPCs of its own account and of another one begin with; two digits follow. */
interface Ids {
  hub: string;
  own: string;
  partner: string;
  region: string;
  partnerRegion: string;
}

const ALICLOUD: Ids = {
  hub: "vpc-bp1crowd00",
  own: "vpc-bp1own",
  partner: "vpc-2zepart",
  region: "cn-hangzhou",
  partnerRegion: "cn-beijing",
};
const TENCENTCLOUD: Ids = {
  hub: "vpc-crowd000",
  own: "vpc-own000",
  partner: "vpc-prt000",
  region: "ap-guangzhou",
  partnerRegion: "ap-shanghai",
};
const HUAWEICLOUD: Ids = {
  hub: "a1000000-0000-4000-8000-000000000000",
  own: "a1000000-0000-4000-8000-0000000001",
  partner: "b1000000-0000-4000-8000-0000000001",
  region: "cn-north-4",
  partnerRegion: "cn-north-4",
};

function vpcs<Owner>(ids: Ids, own: number, partners: number, a: Owner, b: Owner): (Vpc & Owner)[] {
  const many = (count: number, prefix: string, second: number, rest: Owner & { region: string }) =>
    Array.from({ length: count }, (_, index) => ({
      ...rest,
      vpcId: `${prefix}${String(index + 1).padStart(2, "0")}`,
      cidrBlocks: [`10.${second}.${index + 1}.0/24`],
    }));
  return [
    { ...a, vpcId: ids.hub, region: ids.region, cidrBlocks: ["10.0.0.0/24"] },
    ...many(own, ids.own, 1, { ...a, region: ids.region }),
    ...many(partners, ids.partner, 2, { ...b, region: ids.partnerRegion }),
  ];
}

function prelude(type: string, ids: Ids, keys: Record<"a" | "b", string>, account: string): string {
  return `
const pulumi = require("@pulumi/pulumi");
const { ${type}, VpcPeering } = require("pulumi-vpc-peering");
const endpoint = process.env.EMULATOR;
const a = () => new ${type}("a", { region: "${ids.region}", ${keys.a}, endpoint });
const b = () => new ${type}("b", { region: "${ids.partnerRegion}", ${keys.b}, endpoint });
const two = (n) => String(n).padStart(2, "0");
const hub = { vpcId: "${ids.hub}" };
const own = (n) => ({ vpcId: "${ids.own}" + two(n) });
const partner = (n) => ({ vpcId: "${ids.partner}" + two(n), region: "${ids.partnerRegion}", ${account} });
`;
}

/** The VPCs of such a world: the hub, the own ones, the partner's. */
export function vpcsIn(world: WorldInput, cloud: CloudName): Vpc[] {
  return (world[cloud] as { vpcs: Vpc[] }).vpcs;
}

/** Every cloud that this release drives. */
export const CLOUDS: readonly CloudOfTests[] = [
  {
    cloud: "alicloud",
    prelude: prelude(
      "AlicloudProvider",
      ALICLOUD,
      {
        a: 'accessKey: "LTAIfakeA", secretKey: "fakesecretA"',
        b: 'accessKey: "LTAIfakeB", secretKey: "fakesecretB"',
      },
      'accountId: "1000000000000002"',
    ),
    world: (own, partners) => ({
      ...QUICK,
      alicloud: {
        vpcs: vpcs(
          ALICLOUD,
          own,
          partners,
          { accountId: "1000000000000001" },
          { accountId: "1000000000000002" },
        ),
      },
    }),
    drift: {
      patch: { name: "by hand", bandwidth: 500 },
      declared: "bandwidth: 100",
      bandwidth: 100,
      shown: [/~ name *: "by hand" => "changed"/, /~ bandwidth *: 500 => 100/],
    },
    actions: { create: "CreateVpcPeerConnection", delete: "DeleteVpcPeerConnection" },
    ownerIsNamed: true,
  },
  {
    cloud: "tencentcloud",
    prelude: prelude(
      "TencentcloudProvider",
      TENCENTCLOUD,
      {
        a: 'secretId: "AKIDfakeA", secretKey: "fakesecretA"',
        b: 'secretId: "AKIDfakeB", secretKey: "fakesecretB"',
      },
      'accountId: "100000000002"',
    ),
    world: (own, partners) => ({
      ...QUICK,
      tencentcloud: {
        vpcs: vpcs(TENCENTCLOUD, own, partners, { uin: "100000000001" }, { uin: "100000000002" }),
      },
    }),
    drift: {
      patch: { name: "by hand", bandwidth: 500 },
      declared: "bandwidth: 100",
      bandwidth: 100,
      shown: [/~ name *: "by hand" => "changed"/, /~ bandwidth *: 500 => 100/],
    },
    actions: { create: "CreateVpcPeeringConnection", delete: "DeleteVpcPeeringConnection" },
    ownerIsNamed: true,
  },
  {
    cloud: "huaweicloud",
    prelude: prelude(
      "HuaweicloudProvider",
      HUAWEICLOUD,
      {
        a: 'accessKey: "HWFAKEAKA", secretKey: "fakesecretA", projectId: "aaaa0000000000000000000000000001"',
        b: 'accessKey: "HWFAKEAKB", secretKey: "fakesecretB", projectId: "bbbb0000000000000000000000000002"',
      },
      'projectId: "bbbb0000000000000000000000000002"',
    ),
    world: (own, partners) => ({
      ...QUICK,
      huaweicloud: {
        vpcs: vpcs(
          HUAWEICLOUD,
          own,
          partners,
          { projectId: "aaaa0000000000000000000000000001" },
          { projectId: "bbbb0000000000000000000000000002" },
        ),
      },
    }),
    drift: {
      patch: { name: "by hand" },
      declared: "",
      bandwidth: null,
      shown: [/~ name *: "by hand" => "changed"/],
    },
    actions: { create: "CreateVpcPeering", delete: "DeleteVpcPeering" },
    ownerIsNamed: false,
  },
];
