import { readFileSync } from "node:fs";
import { join } from "node:path";
import { VpcHub } from "pulumi-vpc-peering";

/** A VPC, as network.json has it: from that file, the test makes a cloud. */
interface Vpc {
  vpcId: string;
  region: string;
  cidrBlocks: string[];
}

const { hub, spokes } = JSON.parse(readFileSync(join(__dirname, "network.json"), "utf8")) as {
  hub: Vpc;
  spokes: Record<string, Vpc>;
};

const end = ({ vpcId, region }: Vpc) => ({ vpcId, region });

const network = new VpcHub("network", {
  cloud: "alicloud",
  hub: end(hub),
  spokes: Object.fromEntries(Object.entries(spokes).map(([name, vpc]) => [name, end(vpc)])),
  routes: true,
});

export const connectionIds = network.connectionIds;
export const statuses = network.statuses;
