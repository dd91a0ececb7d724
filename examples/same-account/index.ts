import * as pulumi from "@pulumi/pulumi";
import { VpcPeering } from "pulumi-vpc-peering";

const config = new pulumi.Config();

// Both VPCs belong to the account and region of the stack's own config, so nobody has to accept anything.
const peering = new VpcPeering("hub-app", {
  cloud: "alicloud",
  requester: { vpcId: config.require("hubVpc") },
  accepter: { vpcId: config.require("appVpc") },
  description: "Hub to app",
  tags: { team: "network" },
});

export const connectionId = peering.connectionId;
export const status = peering.status;
