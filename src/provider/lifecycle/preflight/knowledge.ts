import type { Peering, Side } from "../../../model/peering";
import { verbOf } from "../../clouds/verbs";
import type { Work } from "../work";

/** What comes into a route table, and what goes from it. */
export interface RouteCounts<T> {
  coming: T;
  going: T;
}

/** What the preflights of one process know together, so that each question is asked once. */
export class Knowledge {
  private readonly connections = new Map<string, Promise<Peering[]>>();
  /** The pairs of VPCs that this run is going to connect, by what their quota is counted for. */
  private readonly planned = new Map<string, Set<string>>();

  /** The connections of a region that are there now. */
  async connectionsIn(region: string, { cloud, context }: Work): Promise<Peering[]> {
    const read = async (): Promise<Peering[]> => {
      const all: Peering[] = [];
      for await (const { rows } of verbOf(cloud, "list")({ region }, context)) all.push(...rows);
      return all;
    };
    const known = this.connections.get(region) ?? read();
    this.connections.set(region, known);
    return await known;
  }

  /** What this run is going to do in route tables. */
  private readonly routes = new Map<string, RouteCounts<Set<string>>>();

  /** Notes the destinations that come into a table and go from it. Answers how many do in this run, all in all. */
  planRoutes(table: string, { coming, going }: RouteCounts<readonly string[]>): RouteCounts<number> {
    const before = this.routes.get(table);
    const planned = {
      coming: new Set([...(before?.coming ?? []), ...coming]),
      going: new Set([...(before?.going ?? []), ...going]),
    };
    this.routes.set(table, planned);
    return { coming: planned.coming.size, going: planned.going.size };
  }

  /** Notes that this run connects two VPCs. Answers how many connections it makes that count against one quota. */
  plan(scope: string, [one, other]: readonly [Pick<Side, "vpcId">, Pick<Side, "vpcId">]): number {
    const planned = this.planned.get(scope) ?? new Set<string>();
    this.planned.set(scope, planned.add([one.vpcId, other.vpcId].sort().join(" ")));
    return planned.size;
  }
}
