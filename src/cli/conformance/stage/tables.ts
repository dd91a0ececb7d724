import { waitUntil } from "../../../io/wait";
import type { TableChange, TableInUse, TableRoute } from "../../../provider/clouds/routing";
import { verbOf } from "../../../provider/clouds/verbs";
import { routeMark } from "../../../provider/clouds/kit/markerTag";
import type { AccountName } from "../config";
import { isOurRoute } from "../mark";
import { Unclear } from "../unclear";
import type { End, Made } from "./connections";
import type { Account } from "./keys";

/** States of a route that the cloud is still at work on. */
const AT_WORK = new Set<TableRoute["state"]>(["coming", "changing", "going"]);

/** The main route tables of the config's VPCs. Whatever a run writes there bears its mark. */
export class Tables {
  constructor(private readonly accountOf: (name: AccountName) => Account) {}

  /** The main table of a VPC, once no route of the VPC is being worked on. */
  async main(end: End): Promise<TableInUse> {
    const { cloud, context } = this.accountOf(end.owner);
    const { clock, deadline } = context();
    const waited = await waitUntil({
      clock,
      deadline,
      observe: () => verbOf(cloud, "routing").tables(end, context()),
      until: (tables) => tables.every(({ routes }) => !routes.some(({ state }) => AT_WORK.has(state))),
      word: () => "at work on routes",
      report: () => undefined,
    });
    const main = "reached" in waited ? waited.reached.find(({ isMain }) => isMain) : undefined;
    if (main === undefined) throw new Unclear(`${end.vpcId} has no main table that these keys see at rest`);
    return main;
  }

  /** The route of the main table to a destination. */
  async routeTo(end: End, destination: string): Promise<TableRoute | undefined> {
    return (await this.main(end)).routes.find((route) => route.destination === destination);
  }

  /** Writes a route into a connection. */
  async write(end: End, destination: string, { id, owner }: Made): Promise<TableRoute> {
    const to = { destination, connectionId: id, description: routeMark(owner.marker) };
    await this.change(end, { add: [to] });
    const written = await this.routeTo(end, destination);
    if (written === undefined) throw new Unclear(`a route to ${destination} was written, and is not there`);
    return written;
  }

  /** Removes what bears the mark of a run, to one destination or to all. */
  async clear(end: End, destination?: string): Promise<number> {
    const { routes } = await this.main(end);
    const isMeant = (route: TableRoute): boolean => (destination ?? route.destination) === route.destination;
    const remove = routes.filter((route) => isOurRoute(route) && isMeant(route));
    if (remove.length === 0) return 0;
    await this.change(end, { remove });
    await this.main(end);
    return remove.length;
  }

  private async change(end: End, some: Partial<TableChange>): Promise<void> {
    const { id: table } = await this.main(end);
    const { cloud, context } = this.accountOf(end.owner);
    const change = { table, add: [], redirect: [], enable: [], remove: [], ...some };
    const { vpcId, region } = end;
    const { refused } = await verbOf(cloud, "routing").write({ vpcId, region, change }, context());
    for (const { error } of refused) throw error;
  }
}
