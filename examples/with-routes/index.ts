import * as pulumi from "@pulumi/pulumi";
import type { RoutesArgs } from "pulumi-vpc-peering";
import { AlicloudProvider, VpcPeering } from "pulumi-vpc-peering";

const config = new pulumi.Config();

// A route is written with the keys of the account whose table it is in: hence two instances.
const hub = account("hub");
const partner = account("partner");

// All of the partner's addresses, or of its blocks only some, in all of the hub's route tables.
const toPartner: RoutesArgs = { destinations: config.getObject<string[]>("partnerBlocks") };

// All of the hub's addresses, in the partner's main route table.
const toHub: RoutesArgs = { tables: "main" };

const peering = new VpcPeering("hub-partner", {
  cloud: "alicloud",
  requester: { vpcId: config.require("hubVpc"), provider: hub, routes: toPartner },
  accepter: { vpcId: config.require("partnerVpc"), provider: partner, routes: toHub },
});

export const connectionId = peering.connectionId;
export const status = peering.status;
// By end: the route table, where the route leads to, and whether it is there.
export const routes = peering.routes;

function account(name: "hub" | "partner"): AlicloudProvider {
  return new AlicloudProvider(name, {
    region: config.require(`${name}Region`),
    accessKey: config.require(`${name}AccessKey`),
    secretKey: config.requireSecret(`${name}SecretKey`),
    // Left out, the calls go to Alibaba Cloud itself.
    endpoint: config.get("endpoint"),
  });
}
