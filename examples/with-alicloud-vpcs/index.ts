import * as alicloud from "@pulumi/alicloud";
import { AlicloudProvider, VpcPeering } from "pulumi-vpc-peering";

// The address ranges must not overlap: the cloud would connect the VPCs, but could not route between them.
const hub = network("hub", { region: "cn-hangzhou", cidrBlock: "10.0.0.0/16" });
const spoke = network("spoke", { region: "cn-beijing", cidrBlock: "10.1.0.0/16" });

const peering = new VpcPeering("hub-spoke", {
  cloud: "alicloud",
  requester: hub,
  accepter: spoke,
  bandwidth: 200,
  // A connection carries nothing until each side has routes to the other.
  routes: true,
});

export const connectionId = peering.connectionId;
export const status = peering.status;
export const routes = peering.routes;

/** A VPC of the account whose keys are in the profile of that name. */
function network(name: string, { region, cidrBlock }: { region: string; cidrBlock: string }) {
  const provider = new alicloud.Provider(name, { region, profile: name });
  const vpc = new alicloud.vpc.Network(name, { vpcName: name, cidrBlock }, { provider });
  return { vpcId: vpc.id, region, provider: AlicloudProvider.from(provider) };
}
