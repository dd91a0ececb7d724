import { readFileSync } from "node:fs";
import * as pulumi from "@pulumi/pulumi";
import { VpcPeering } from "pulumi-vpc-peering";

/** A peering of the fleet, as fleet.json lists it. */
interface Listed {
  hub: string;
  spoke: string;
  /** Default: that of the stack's config. */
  region?: string;
}

const hub = new pulumi.Config().require("hub");
const fleet = JSON.parse(readFileSync("fleet.json", "utf8")) as Listed[];

// Each stack makes the peerings of its own hub, so that stacks never wait for one another.
const peerings = fleet
  .filter((listed) => listed.hub === hub)
  .map(({ spoke, region }) => {
    const at = region === undefined ? {} : { region };
    return new VpcPeering(`${hub}-${spoke}`, {
      cloud: "alicloud",
      requester: { vpcId: hub, ...at },
      accepter: { vpcId: spoke, ...at },
    });
  });

export const connectionIds = peerings.map(({ connectionId }) => connectionId);
