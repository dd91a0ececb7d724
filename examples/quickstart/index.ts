import * as pulumi from "@pulumi/pulumi";
import { AlicloudProvider, VpcPeering } from "pulumi-vpc-peering";

const config = new pulumi.Config();
const endpoint = config.get("endpoint");

// Two accounts, two sets of keys: each side is managed with its own.
const hub = new AlicloudProvider("hub", {
  region: "cn-hangzhou",
  accessKey: config.require("hubAccessKey"),
  secretKey: config.requireSecret("hubSecretKey"),
  endpoint,
});
const spoke = new AlicloudProvider("spoke", {
  region: "cn-beijing",
  accessKey: config.require("spokeAccessKey"),
  secretKey: config.requireSecret("spokeSecretKey"),
  endpoint,
});

const peering = new VpcPeering(
  "hub-spoke",
  {
    cloud: "alicloud",
    requester: { vpcId: config.require("hubVpc") },
    accepter: { vpcId: config.require("spokeVpc"), provider: spoke },
    description: config.get("description") ?? "Hub to spoke",
    bandwidth: 200,
    tags: { team: "network", stage: "production", costCentre: "4711" },
  },
  { provider: hub },
);

export const connectionId = peering.connectionId;
export const status = peering.status;
export const accepter = peering.accepter;
