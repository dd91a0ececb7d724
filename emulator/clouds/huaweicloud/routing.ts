import { createHash, randomUUID } from "node:crypto";
import { blocksOfSubnet } from "../../core/routes/route";
import type { Routing } from "../../core/routes/routing";

/** The addresses of the cloud's own services and of each machine itself, which every table keeps. */
const systemBlocks = ["198.19.128.0/20", "127.0.0.0/8", "100.64.0.0/10"];

/** How Huawei Cloud routes: each table keeps a local route for every subnet. */
export const routing: Routing = {
  // A UUID says by this digit how it was made: 4 is by chance, 5 from a name.
  mainTableId: (vpcId) => vpcId.replace(/^([^-]+-[^-]+-)[^-](?=[^-]{3}-)/, "$15"),
  subnetId: (vpcId, count) => uuidFrom(`${vpcId} ${count}`),
  newRouteId: () => randomUUID(),
  hopTypes: { peering: "peering", other: "ecs" },
  routesGoWithPeering: true,
  localBlocks: (_, subnets) => [...subnets.flatMap(blocksOfSubnet), ...systemBlocks],
};

function uuidFrom(name: string): string {
  const hex = createHash("sha256").update(name).digest("hex");
  const parts = [hex.slice(0, 8), hex.slice(8, 12), `5${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`];
  return [...parts, hex.slice(20, 32)].join("-");
}
