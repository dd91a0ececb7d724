import type { CloudName } from "../../emulator";

/** A world that has all that the probes of a cloud need, and the config that names it. */
interface World {
  accounts: object;
  vpcs: readonly object[];
  config: object;
  variables: Record<string, string>;
}

const cidrs = (part: number) => ({
  cidrBlocks: [`10.${part}.0.0/16`, `10.${100 + part}.0.0/16`],
  subnets: [{ cidr: `10.${part}.1.0/24` }],
});

const environment = (who: string) => ({
  accessKey: `CONFORMANCE_${who}_ID`,
  secretKey: `CONFORMANCE_${who}_SECRET`,
});

const variablesOf = (keys: Record<string, [id: string, secret: string]>) =>
  Object.fromEntries(
    Object.entries(keys).flatMap(([who, [id, secret]]) => [
      [`CONFORMANCE_${who}_ID`, id],
      [`CONFORMANCE_${who}_SECRET`, secret],
    ]),
  );

const alicloud: World = {
  accounts: {
    accounts: [
      { accountId: "1000000000000001", accessKeyId: "LTAIfakeA", accessKeySecret: "fakesecretA" },
      { accountId: "1000000000000002", accessKeyId: "LTAIfakeB", accessKeySecret: "fakesecretB" },
      { accountId: "1000000000000003", accessKeyId: "LTAIfakeC", accessKeySecret: "fakesecretC" },
    ],
  },
  vpcs: [
    { vpcId: "vpc-bp1first", accountId: "1000000000000001", region: "cn-hangzhou", ...cidrs(1) },
    { vpcId: "vpc-bp1second", accountId: "1000000000000001", region: "cn-hangzhou", ...cidrs(2) },
    { vpcId: "vpc-bp1third", accountId: "1000000000000001", region: "cn-hangzhou", ...cidrs(3) },
    { vpcId: "vpc-2zefar", accountId: "1000000000000001", region: "cn-beijing", ...cidrs(4) },
    { vpcId: "vpc-bp1foreign", accountId: "1000000000000002", region: "cn-hangzhou", ...cidrs(5) },
  ],
  config: {
    accounts: {
      own: { environment: environment("A") },
      other: { environment: environment("B") },
      stranger: { environment: environment("C") },
    },
    vpcs: {
      first: { vpcId: "vpc-bp1first", region: "cn-hangzhou" },
      second: { vpcId: "vpc-bp1second", region: "cn-hangzhou" },
      third: { vpcId: "vpc-bp1third", region: "cn-hangzhou" },
      far: { vpcId: "vpc-2zefar", region: "cn-beijing" },
      foreign: { vpcId: "vpc-bp1foreign", region: "cn-hangzhou" },
    },
  },
  variables: variablesOf({
    A: ["LTAIfakeA", "fakesecretA"],
    B: ["LTAIfakeB", "fakesecretB"],
    C: ["LTAIfakeC", "fakesecretC"],
  }),
};

const tencentcloud: World = {
  accounts: {
    accounts: [
      { uin: "100000000001", appId: 1250000001, secretId: "AKIDfakeA", secretKey: "fakesecretA" },
      { uin: "100000000002", appId: 1250000002, secretId: "AKIDfakeB", secretKey: "fakesecretB" },
      { uin: "100000000003", appId: 1250000003, secretId: "AKIDfakeC", secretKey: "fakesecretC" },
    ],
  },
  vpcs: [
    { vpcId: "vpc-first001", uin: "100000000001", region: "ap-guangzhou", ...cidrs(1) },
    { vpcId: "vpc-secon001", uin: "100000000001", region: "ap-guangzhou", ...cidrs(2) },
    { vpcId: "vpc-third001", uin: "100000000001", region: "ap-guangzhou", ...cidrs(3) },
    { vpcId: "vpc-afar0001", uin: "100000000001", region: "ap-shanghai", ...cidrs(4) },
    { vpcId: "vpc-forei001", uin: "100000000002", region: "ap-guangzhou", ...cidrs(5) },
  ],
  config: {
    accounts: {
      own: { environment: { secretId: "CONFORMANCE_A_ID", secretKey: "CONFORMANCE_A_SECRET" } },
      other: { environment: { secretId: "CONFORMANCE_B_ID", secretKey: "CONFORMANCE_B_SECRET" } },
      stranger: { environment: { secretId: "CONFORMANCE_C_ID", secretKey: "CONFORMANCE_C_SECRET" } },
    },
    vpcs: {
      first: { vpcId: "vpc-first001", region: "ap-guangzhou" },
      second: { vpcId: "vpc-secon001", region: "ap-guangzhou" },
      third: { vpcId: "vpc-third001", region: "ap-guangzhou" },
      far: { vpcId: "vpc-afar0001", region: "ap-shanghai" },
      foreign: { vpcId: "vpc-forei001", region: "ap-guangzhou" },
    },
  },
  variables: variablesOf({
    A: ["AKIDfakeA", "fakesecretA"],
    B: ["AKIDfakeB", "fakesecretB"],
    C: ["AKIDfakeC", "fakesecretC"],
  }),
};

const idOf = (part: number) => `c0000000-0000-4000-8000-00000000000${part}`;
const [projectA, projectB, projectC, projectD] = ["a", "b", "c", "d"].map((who) =>
  who.repeat(4).padEnd(32, "0"),
);
const north = "cn-north-4";

const huaweicloud: World = {
  accounts: {
    projects: [
      { projectId: projectA, domainId: "a0d1", accessKey: "HWFAKEAKA", secretKey: "fakesecretA" },
      { projectId: projectB, domainId: "b0d2", accessKey: "HWFAKEAKB", secretKey: "fakesecretB" },
      { projectId: projectC, domainId: "c0d3", accessKey: "HWFAKEAKC", secretKey: "fakesecretC" },
      {
        projectId: projectD,
        domainId: "a0d1",
        accessKey: "HWFAKEAKD",
        secretKey: "fakesecretD",
        name: "beside",
      },
    ],
  },
  vpcs: [
    { vpcId: idOf(1), projectId: projectA, region: north, ...cidrs(1) },
    { vpcId: idOf(2), projectId: projectA, region: north, ...cidrs(2) },
    { vpcId: idOf(3), projectId: projectA, region: north, ...cidrs(3) },
    { vpcId: idOf(5), projectId: projectB, region: north, ...cidrs(5) },
    { vpcId: idOf(6), projectId: projectD, region: north, ...cidrs(6) },
  ],
  config: {
    accounts: {
      own: { projectId: projectA, environment: environment("A") },
      other: { projectId: projectB, environment: environment("B") },
      stranger: { projectId: projectC, environment: environment("C") },
      sibling: { projectId: projectD, environment: environment("D") },
    },
    vpcs: {
      first: { vpcId: idOf(1), region: north },
      second: { vpcId: idOf(2), region: north },
      third: { vpcId: idOf(3), region: north },
      foreign: { vpcId: idOf(5), region: north },
      sibling: { vpcId: idOf(6), region: north },
    },
  },
  variables: variablesOf({
    A: ["HWFAKEAKA", "fakesecretA"],
    B: ["HWFAKEAKB", "fakesecretB"],
    C: ["HWFAKEAKC", "fakesecretC"],
    D: ["HWFAKEAKD", "fakesecretD"],
  }),
};

export const WORLDS: Record<CloudName, World> = { alicloud, tencentcloud, huaweicloud };
