import * as alicloud from "@pulumi/alicloud";
import { AlicloudProvider, VpcPeering } from "pulumi-vpc-peering";

// The address ranges must not overlap: the cloud would connect the VPCs, but could not route between them.
const hub = network("hub", { region: "cn-hangzhou", cidrBlock: "10.0.0.0/16" });
const spoke = network("spoke", { region: "cn-beijing", cidrBlock: "10.1.0.0/16" });

const peering = new VpcPeering("hub-spoke", {
  cloud: "alicloud",
  requester: hub.end,
  accepter: spoke.end,
  bandwidth: 200,
});

// A connection carries nothing until each side has a route to the other.
route(hub, spoke);
route(spoke, hub);

export const connectionId = peering.connectionId;
export const status = peering.status;

type Network = ReturnType<typeof network>;

/** A VPC of the account whose keys are in the profile of that name. */
function network(name: string, { region, cidrBlock }: { region: string; cidrBlock: string }) {
  const provider = new alicloud.Provider(name, { region, profile: name });
  const vpc = new alicloud.vpc.Network(name, { vpcName: name, cidrBlock }, { provider });
  const end = { vpcId: vpc.id, region, provider: AlicloudProvider.from(provider) };
  return { name, provider, vpc, end };
}

/** The connection's id is known only once it is active, and before that the cloud would refuse the route. */
function route(from: Network, to: Network): void {
  new alicloud.vpc.RouteEntry(
    `${from.name}-to-${to.name}`,
    {
      routeTableId: from.vpc.routeTableId,
      destinationCidrblock: to.vpc.cidrBlock,
      nexthopType: "VpcPeer",
      nexthopId: peering.connectionId,
    },
    { provider: from.provider },
  );
}
