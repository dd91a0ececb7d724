import * as pulumi from "@pulumi/pulumi";
import { VpcPeering } from "pulumi-vpc-peering";

const config = new pulumi.Config();

const peering = new VpcPeering("peering", {
  cloud: "alicloud",
  requester: { vpcId: config.require("requesterVpc") },
  // Of another account: a `provider` with its keys, new AlicloudProvider("partner", { profile: "partner" }).
  accepter: { vpcId: config.require("accepterVpc"), region: config.require("accepterRegion") },
  // In the route tables of both, so that packets find their way.
  routes: true,
});

export const connectionId = peering.connectionId;
export const status = peering.status;
