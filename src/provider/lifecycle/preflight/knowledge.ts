import type { Peering, Side } from "../../../model/peering";
import { verbOf } from "../../clouds/verbs";
import type { Work } from "../work";

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

  /** The routes that this run is going to write, by table. */
  private readonly routes = new Map<string, Set<string>>();

  /** Notes routes that this run writes into a table. Answers how many it writes there, all in all. */
  planRoutes(table: string, destinations: readonly string[]): number {
    const planned = this.routes.get(table) ?? new Set<string>();
    for (const destination of destinations) planned.add(destination);
    this.routes.set(table, planned);
    return planned.size;
  }

  /** Notes that this run connects two VPCs. Answers how many connections it makes that count against one quota. */
  plan(scope: string, [one, other]: readonly [Pick<Side, "vpcId">, Pick<Side, "vpcId">]): number {
    const planned = this.planned.get(scope) ?? new Set<string>();
    this.planned.set(scope, planned.add([one.vpcId, other.vpcId].sort().join(" ")));
    return planned.size;
  }
}
