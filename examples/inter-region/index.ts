import * as pulumi from "@pulumi/pulumi";
import { VpcPeering } from "pulumi-vpc-peering";

const config = new pulumi.Config();

const peering = new VpcPeering("app-data", {
  cloud: "alicloud",
  requester: { vpcId: config.require("appVpc") },
  accepter: { vpcId: config.require("dataVpc"), region: config.require("dataRegion") },
  // Both are for connections between regions only. They change in place: the connection stays up.
  bandwidth: config.getNumber("bandwidth") ?? 100,
  linkType: "Platinum",
  tags: { team: "data" },
});

export const connectionId = peering.connectionId;
export const status = peering.status;
