import type { Routing } from "./routing";
import type { RouteTable, Subnet } from "./route";
import type { Vpc } from "../store/vpcStore";
import { UserError } from "../userError";

/** A VPC, and how its cloud routes. */
export interface RoutedVpc {
  readonly vpc: Vpc;
  readonly routing: Routing;
}

/** The tables and subnets of a VPC as a test writes them. */
export type NetworkSeed = Pick<Vpc, "tables" | "subnets">;

/** Tables, subnets, or both, for a VPC to have instead of its own. */
export interface NetworkChange {
  readonly tables?: NetworkSeed["tables"] | undefined;
  readonly subnets?: NetworkSeed["subnets"] | undefined;
}

/** The tables and subnets of a VPC, made at this time. The main table comes first. */
export function networkOf(
  { vpc, routing }: RoutedVpc,
  seed: NetworkSeed,
  createdAt: number,
): { readonly tables: readonly RouteTable[]; readonly subnets: readonly Subnet[] } {
  const named = seed.tables.find(({ main }) => main === true);
  const seeds = [
    named ?? { id: routing.mainTableId(vpc.vpcId), main: true },
    ...seed.tables.filter((table) => table !== named),
  ];
  const tables = seeds.map(({ id, main = false, gateway = false }): RouteTable => {
    const texts = { name: "", description: "" };
    return { id, vpc, routing, main, gateway, ...texts, createdAt, updatedAt: createdAt };
  });
  if (tables.filter(({ main }) => main).length > 1) throw twice("main tables", vpc);
  if (new Set(tables.map(({ id }) => id)).size < tables.length) throw twice("tables of one id", vpc);
  const subnets = seed.subnets.map(({ id, cidr, ipv6Cidr, table }, index): Subnet => {
    const on = tables.find(({ id, main }) => (table === undefined ? main : id === table));
    if (on === undefined || on.gateway) {
      throw new UserError(
        `The subnet ${cidr} of VPC ${vpc.vpcId} is on ${table ?? "no table"}, which is no table of that VPC for subnets.`,
      );
    }
    return { id: id ?? routing.subnetId(vpc.vpcId, index + 1), vpc, cidr, ipv6Cidr, table: on };
  });
  if (new Set(subnets.map(({ id }) => id)).size < subnets.length) throw twice("subnets of one id", vpc);
  return { tables, subnets };
}

function twice(what: string, { vpcId }: Vpc): UserError {
  return new UserError(`The VPC ${vpcId} has two ${what}: leave one out.`);
}
