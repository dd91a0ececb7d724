import * as pulumi from "@pulumi/pulumi";
import { VpcHub } from "pulumi-vpc-peering";

const config = new pulumi.Config();

const network = new VpcHub("network", {
  cloud: "alicloud",
  hub: { vpcId: config.require("hubVpc") },
  // One more is a line more. Of another account: a `provider` with its keys.
  spokes: {
    app: { vpcId: config.require("appVpc") },
    data: { vpcId: config.require("dataVpc"), region: config.require("dataRegion") },
  },
  // In the route tables of all: each spoke reaches the hub, and none another spoke.
  routes: true,
});

export const connectionIds = network.connectionIds;
export const statuses = network.statuses;
