import { blocksIn, readBlock } from "../core/addresses/block";
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

/** What is asked. */
interface Question {
  readonly from: string;
  readonly to: string;
  readonly version: 4 | 6;
  /** Whether packets may be for any address of a VPC, or for those of its subnets. */
  readonly addresses: "all" | "subnets";
}

/** Answers whether two VPCs reach each other by one version of IP. */
export function reachRow(emulation: Emulation, question: Question): Reach {
  const { from, to } = question;
  if (from === to) throw new UserError(`from and to are both ${from}: name two VPCs.`);
  const [source, target] = [vpcNamed(emulation, from), vpcNamed(emulation, to)];
  return reachBetween(endOf(emulation, source, question), endOf(emulation, target, question), (id) =>
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

/** A block where machines may be, and the table by which their packets leave. */
type Spot = Omit<Place, "table" | "routes"> & { readonly table: RouteTable };

function endOf({ routes }: Emulation, vpc: Vpc, { version, addresses }: Question): ReachEnd {
  const spots = spotsOf({ routes }, vpc);
  const local = spots.map(({ block }): WayOn => ({
    destination: block,
    hop: { kind: "local", id: vpc.vpcId },
  }));
  const used = spots.filter(({ block }) => block.version === version);
  const places = used.map(({ table, ...spot }): Place => ({
    ...spot,
    table: table.id,
    routes: [...local, ...waysOn({ routes }, table)],
  }));
  const ofSpots = used.map(({ block }) => block);
  const own = blocksIn(blocksOfVpc(vpc)).filter((block) => block.version === version);
  // On some clouds a VPC has no block of IPv6, only its subnets have.
  const areOwn = addresses === "all" && own.length > 0;
  return { vpcId: vpc.vpcId, account: vpc.account, places, addresses: areOwn ? own : ofSpots };
}

/** The subnets of a VPC; of one without, its blocks, which are on the main table. */
function spotsOf({ routes }: Pick<Emulation, "routes">, vpc: Vpc): Spot[] {
  const subnets = routes.subnets(vpc);
  if (subnets.length > 0) {
    return subnets.flatMap((subnet) =>
      blocksIn(blocksOfSubnet(subnet)).map((block) => ({ block, subnet: subnet.id, table: subnet.table })),
    );
  }
  const main = routes.tables(vpc).slice(0, 1);
  return main.flatMap((table) => blocksIn(blocksOfVpc(vpc)).map((block) => ({ block, subnet: null, table })));
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
