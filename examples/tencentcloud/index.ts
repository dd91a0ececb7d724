import * as pulumi from "@pulumi/pulumi";
import { TencentcloudProvider, VpcPeering } from "pulumi-vpc-peering";

const config = new pulumi.Config();

// One provider instance for each account, with that account's keys and region.
const hub = account("hub");
const spoke = account("spoke");

// The hub asks for the connection, and the spoke accepts it.
const peering = new VpcPeering("hub-spoke", {
  cloud: "tencentcloud",
  requester: { vpcId: config.require("hubVpc"), provider: hub },
  accepter: { vpcId: config.require("spokeVpc"), provider: spoke },
  // In the route tables of both, so that packets find their way.
  routes: true,
  // Mbit/s: needed between two regions, and not allowed inside one.
  bandwidth: config.getNumber("bandwidth"),
});

export const connectionId = peering.connectionId;
export const status = peering.status;
export const accepter = peering.accepter;

function account(name: "hub" | "spoke"): TencentcloudProvider {
  return new TencentcloudProvider(name, {
    region: config.require(`${name}Region`),
    secretId: config.requireSecret(`${name}SecretId`),
    secretKey: config.requireSecret(`${name}SecretKey`),
    // Left out, the calls go to Tencent Cloud itself.
    endpoint: config.get("endpoint"),
  });
}
