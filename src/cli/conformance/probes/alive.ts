import type { VpcName } from "../config";
import type { Stage } from "../stage/stage";

/** How many connections of a pair are alive, as the requester's owner sees it. */
export async function countOfPair(stage: Stage, a: VpcName, b: VpcName): Promise<number> {
  const [requester, accepter] = [stage.vpc(a), stage.vpc(b)];
  const { cloud, context } = stage.account("own");
  const found = (await cloud.find?.({ requester, accepter }, context())) ?? [];
  return found.filter(({ status }) => status === "active" || status === "pending" || status === "creating")
    .length;
}

/** Whether the main table of a VPC leads to a destination. */
export async function isRouted(stage: Stage, name: VpcName, destination: string): Promise<boolean> {
  return (await stage.tables.routeTo(stage.vpc(name), destination)) !== undefined;
}
