/** A route in a VPC that leads into a peering. */
export interface Route {
  readonly destinationCidr: string;
  readonly nextHopId: string;
}

/** A VPC of any cloud. */
export interface Vpc {
  readonly cloud: string;
  readonly vpcId: string;
  readonly account: string;
  readonly region: string;
  readonly cidrBlocks: readonly string[];
  routes: readonly Route[];
}

/** All VPCs of the world, with the routes they hold now. */
export class VpcStore {
  readonly #vpcs: readonly Vpc[];

  constructor(vpcs: readonly Vpc[]) {
    this.#vpcs = vpcs.map((vpc) => ({ ...vpc }));
  }

  all(): readonly Vpc[] {
    return this.#vpcs;
  }

  /** The VPC with this id; where several accounts have one of that id, the one of `account` if there is one. */
  find(cloud: string, vpcId: string, account?: string): Vpc | undefined {
    const found = this.#vpcs.filter((vpc) => vpc.cloud === cloud && vpc.vpcId === vpcId);
    return found.find((vpc) => vpc.account === account) ?? found[0];
  }

  /** The VPCs with a route into this peering. */
  routedInto(peeringId: string): Vpc[] {
    return this.#vpcs.filter((vpc) => vpc.routes.some((route) => route.nextHopId === peeringId));
  }

  /** Removes the routes into a peering from these VPCs. */
  clearRoutes(vpcs: readonly Vpc[], peeringId: string): void {
    for (const vpc of vpcs) vpc.routes = vpc.routes.filter((route) => route.nextHopId !== peeringId);
  }
}
