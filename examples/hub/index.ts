import * as pulumi from "@pulumi/pulumi";
import { AlicloudProvider, VpcHub } from "pulumi-vpc-peering";

const config = new pulumi.Config();
const [accessKey, secretKey] = [config.require("accessKey"), config.requireSecret("secretKey")];
const [region, endpoint] = ["cn-beijing", config.get("endpoint")];
// The partner's keys. The stack's own config has ours.
const partner = new AlicloudProvider("partner", { region, endpoint, accessKey, secretKey });
export const { connectionIds } = new VpcHub("network", {
  cloud: "alicloud",
  hub: { vpcId: "vpc-bp1hub01" },
  routes: true,
  spokes: {
    app: { vpcId: "vpc-bp1app01" },
    auth: { vpcId: "vpc-bp1auth01" },
    build: { vpcId: "vpc-bp1build01" },
    cache: { vpcId: "vpc-bp1cache01" },
    data: { vpcId: "vpc-bp1data01" },
    edge: { vpcId: "vpc-bp1edge01" },
    jobs: { vpcId: "vpc-bp1jobs01" },
    logs: { vpcId: "vpc-bp1logs01" },
    mail: { vpcId: "vpc-bp1mail01" },
    shop: { vpcId: "vpc-bp1shop01" },
    tools: { vpcId: "vpc-bp1tools01" },
    web: { vpcId: "vpc-bp1web01" },
    billing: { vpcId: "vpc-2zebilling01", provider: partner, bandwidth: 200 },
    orders: { vpcId: "vpc-2zeorders01", provider: partner, bandwidth: 200 },
    stock: { vpcId: "vpc-2zestock01", provider: partner, bandwidth: 100 },
  },
});
