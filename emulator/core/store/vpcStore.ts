/** A route into a peering, as worlds of version 0.1.0 write it. */
export interface PeeringRoute {
  readonly destinationCidr: string;
  readonly nextHopId: string;
}

/** A VPC of any cloud. Its tables, subnets and routes are as the world begins with them; the store of routes has them as they are. */
export interface Vpc {
  readonly cloud: string;
  readonly vpcId: string;
  readonly account: string;
  readonly region: string;
  readonly cidrBlocks: readonly string[];
  secondaryCidrBlocks: readonly string[];
  ipv6CidrBlocks: readonly string[];
  readonly subnets: readonly SubnetSeed[];
  readonly tables: readonly TableSeed[];
  /** Routes into peerings that its main table has from the start. */
  readonly routes: readonly PeeringRoute[];
}

/** A subnet of a world. */
export interface SubnetSeed {
  readonly id?: string | undefined;
  readonly cidr: string;
  readonly ipv6Cidr?: string | undefined;
  /** The table it is on; left out, the main one. */
  readonly table?: string | undefined;
}

/** A table of a world. */
export interface TableSeed {
  readonly id: string;
  readonly main?: boolean | undefined;
  readonly gateway?: boolean | undefined;
}

/** What of a VPC has addresses. */
type Addressed = Readonly<Pick<Vpc, "cidrBlocks" | "secondaryCidrBlocks" | "ipv6CidrBlocks">>;

/** The IPv4 blocks of a VPC, the primary one first. */
export function ipv4BlocksOf({
  cidrBlocks,
  secondaryCidrBlocks,
}: Omit<Addressed, "ipv6CidrBlocks">): string[] {
  return [...cidrBlocks, ...secondaryCidrBlocks];
}

/** All blocks of a VPC. */
export function blocksOfVpc(vpc: Addressed): string[] {
  return [...ipv4BlocksOf(vpc), ...vpc.ipv6CidrBlocks];
}

/** All VPCs of the world. */
export class VpcStore {
  /** Those of each id: a hub's list looks up thousands. */
  readonly #byId = new Map<string, Vpc[]>();

  constructor(private readonly vpcs: readonly Vpc[]) {
    for (const vpc of vpcs) this.#byId.set(vpc.vpcId, [...(this.#byId.get(vpc.vpcId) ?? []), vpc]);
  }

  all(): readonly Vpc[] {
    return this.vpcs;
  }

  /** The VPC with this id; where several accounts have one of that id, the one of `account` if there is one. */
  find(cloud: string, vpcId: string, account?: string): Vpc | undefined {
    const found = this.#byId.get(vpcId) ?? [];
    const isOfCloud = (vpc: Vpc) => vpc.cloud === cloud;
    return found.find((vpc) => isOfCloud(vpc) && vpc.account === account) ?? found.find(isOfCloud);
  }
}
