import * as pulumi from "@pulumi/pulumi";
import { AlicloudProvider, VpcPeering } from "pulumi-vpc-peering";

const config = new pulumi.Config();

// One provider instance for each account, with that account's keys.
const hub = account("hub");
const spoke = account("spoke");

// The hub asks for the connection, and the spoke accepts it.
const peering = new VpcPeering("hub-spoke", {
  cloud: "alicloud",
  requester: { vpcId: config.require("hubVpc"), provider: hub },
  accepter: { vpcId: config.require("spokeVpc"), provider: spoke },
  // In the route tables of both, so that packets find their way.
  routes: true,
  description: "Hub to spoke",
  bandwidth: config.getNumber("bandwidth"),
  tags: { team: "network", stage: "production" },
});

export const connectionId = peering.connectionId;
export const status = peering.status;
export const accepter = peering.accepter;

function account(name: "hub" | "spoke"): AlicloudProvider {
  return new AlicloudProvider(name, {
    region: config.require(`${name}Region`),
    accessKey: config.require(`${name}AccessKey`),
    secretKey: config.requireSecret(`${name}SecretKey`),
    // Left out, the calls go to Alibaba Cloud itself.
    endpoint: config.get("endpoint"),
  });
}
