import { createHash } from "node:crypto";
import { readBlock } from "../../core/addresses/block";
import { randomId } from "../../core/randomId";
import type { Routing } from "../../core/routes/routing";
import { blocksOfVpc } from "../../core/store/vpcStore";

/** How Tencent Cloud routes: what is in any block of the VPC stays inside. */
export const routing: Routing = {
  mainTableId: (vpcId) => `rtb-${vpcId.replace(/^vpc-/, "")}`,
  subnetId: (vpcId, count) =>
    `subnet-${createHash("sha256").update(`${vpcId} ${count}`).digest("hex").slice(0, 8)}`,
  newRouteId: (destination) => `${isIpv6(destination) ? "rti6" : "rti"}-${randomId(8)}`,
  hopTypes: { peering: "PEERCONNECTION", other: "NORMAL_CVM" },
  routesGoWithPeering: true,
  localBlocks: blocksOfVpc,
};

/** Whether a destination is one of IPv6. */
export function isIpv6(destination: string): boolean {
  return readBlock(destination)?.block.version === 6;
}

/** The id of a table that a call makes. */
export function newTableId(): string {
  return `rtb-${randomId(8)}`;
}
