import * as pulumi from "@pulumi/pulumi";
import { HuaweicloudProvider, VpcPeering } from "pulumi-vpc-peering";

const config = new pulumi.Config();

// One provider instance for each account, with that account's keys. Both VPCs have to be in one region.
const hub = account("hub");
const spoke = account("spoke");

// The hub asks for the connection, and the spoke accepts it.
const peering = new VpcPeering("hub-spoke", {
  cloud: "huaweicloud",
  requester: { vpcId: config.require("hubVpc"), provider: hub },
  accepter: { vpcId: config.require("spokeVpc"), provider: spoke },
  // In the route tables of both, so that packets find their way.
  routes: true,
  description: config.get("description") ?? "Hub to spoke",
});

export const connectionId = peering.connectionId;
export const status = peering.status;
export const accepter = peering.accepter;

function account(name: "hub" | "spoke"): HuaweicloudProvider {
  return new HuaweicloudProvider(name, {
    region: config.require("region"),
    // Left out, it is the project that bears the region's name.
    projectId: config.get(`${name}Project`),
    accessKey: config.require(`${name}AccessKey`),
    secretKey: config.requireSecret(`${name}SecretKey`),
    // Left out, the calls go to Huawei Cloud itself.
    endpoint: config.get("endpoint"),
  });
}
