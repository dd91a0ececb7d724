import * as pulumi from "@pulumi/pulumi";
import { AlicloudProvider, VpcPeering } from "pulumi-vpc-peering";

const config = new pulumi.Config();

// The partner's keys. The stack's own config has ours: each side signs with its own.
const partner = new AlicloudProvider("partner", {
  region: config.require("partnerRegion"),
  // If the keys turn out to be somebody else's, nothing is changed.
  accountId: config.require("partnerAccount"),
  accessKey: config.require("partnerAccessKey"),
  secretKey: config.requireSecret("partnerSecretKey"),
  // Left out, the calls go to Alibaba Cloud itself.
  endpoint: config.get("endpoint"),
});

const peering = new VpcPeering("hub-partner", {
  cloud: "alicloud",
  requester: { vpcId: config.require("hubVpc") },
  accepter: { vpcId: config.require("partnerVpc"), provider: partner },
  description: "Hub to partner",
  tags: { team: "network" },
});

// Known once the partner's side has accepted, so whatever uses it, such as a route, waits for that.
export const connectionId = peering.connectionId;
export const status = peering.status;
export const accepter = peering.accepter;
