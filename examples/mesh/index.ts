import * as pulumi from "@pulumi/pulumi";
import { TencentcloudProvider, VpcMesh } from "pulumi-vpc-peering";

const config = new pulumi.Config();
const [region, endpoint] = [config.require("region"), config.get("endpoint")];
const members = ["app", "data", "tools"].flatMap((account) => {
  const secretId = config.require(`${account}SecretId`);
  const secretKey = config.requireSecret(`${account}SecretKey`);
  // Each account has its own keys, which never leave its instance's process.
  const provider = new TencentcloudProvider(account, { region, endpoint, secretId, secretKey });
  const vpcs = ["prod", "test"].map((stage) => `${account}-${stage}`);
  return vpcs.map((key) => [key, { vpcId: config.require(key), provider }] as const);
});

// Six VPCs of three accounts: 15 connections, each requested and accepted with the keys of its two sides.
export const { connectionIds } = new VpcMesh("mesh", {
  cloud: "tencentcloud",
  members: Object.fromEntries(members),
  routes: true,
});
