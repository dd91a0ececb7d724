import { blocksIn, overlap, readBlock } from "../core/addresses/block";
import {
  type Bridge,
  type Place,
  type Reach,
  reachBetween,
  type ReachEnd,
  type WayOn,
} from "../core/reach/reach";
import { blocksOfSubnet, type RouteTable } from "../core/routes/route";
import { sidesOf } from "../core/store/peering";
import { blocksOfVpc, type Vpc } from "../core/store/vpcStore";
import { UserError } from "../core/userError";
import type { Emulation } from "../world/emulation";

/** Answers whether two VPCs reach each other by one version of IP. */
export function reachRow(
  emulation: Emulation,
  { from, to, version }: { readonly from: string; readonly to: string; readonly version: 4 | 6 },
): Reach {
  if (from === to) throw new UserError(`from and to are both ${from}: name two VPCs.`);
  const [source, target] = [vpcNamed(emulation, from), vpcNamed(emulation, to)];
  return reachBetween(endOf(emulation, source, version), endOf(emulation, target, version), (id) =>
    bridgeOf(emulation, id),
  );
}

function vpcNamed({ vpcs }: Emulation, id: string): Vpc {
  const found = vpcs.all().find(({ vpcId }) => vpcId === id);
  if (!found) throw new UserError(`There is no VPC ${id || '""'}: name one as from, and one as to.`, 404);
  return found;
}

function bridgeOf({ peerings }: Emulation, id: string): Bridge | undefined {
  const found = peerings.find(id);
  return found && !found.erased && found.status !== "deleted"
    ? { status: found.status, ends: sidesOf(found) }
    : undefined;
}

/** The places of a VPC: its subnets, and its blocks that have none, which are on the main table. */
function endOf({ routes }: Emulation, vpc: Vpc, version: 4 | 6): ReachEnd {
  const subnets = routes
    .subnets(vpc)
    .flatMap((subnet) =>
      blocksIn(blocksOfSubnet(subnet)).map((block) => ({ block, subnet: subnet.id, table: subnet.table })),
    );
  const [main] = routes.tables(vpc);
  const whole = blocksIn(blocksOfVpc(vpc))
    .filter((block) => !subnets.some((subnet) => overlap(subnet.block, block)))
    .flatMap((block) => (main === undefined ? [] : [{ block, subnet: null, table: main }]));
  const all = [...subnets, ...whole];
  const local = all.map(({ block }): WayOn => ({
    destination: block,
    hop: { kind: "local", id: vpc.vpcId },
  }));
  const places = all
    .filter(({ block }) => block.version === version)
    .map(({ table, ...place }): Place => ({
      ...place,
      table: table.id,
      routes: [...local, ...waysOn({ routes }, table)],
    }));
  return { vpcId: vpc.vpcId, account: vpc.account, places };
}

/** What a table holds that leads packets now; the local routes that its cloud gives it come first. */
function waysOn({ routes }: Pick<Emulation, "routes">, table: RouteTable): WayOn[] {
  const own = table.routing
    .localBlocks(table.vpc, routes.subnets(table.vpc))
    .map((destination) => ({ destination, hop: { kind: "local" as const, id: table.vpc.vpcId } }));
  const made = routes.routes(table).filter(({ status }) => status === "available" || status === "modifying");
  return [...own, ...made].flatMap(({ destination: text, hop }) => {
    const destination = readBlock(text)?.block;
    return destination === undefined ? [] : [{ destination, hop }];
  });
}
