import { isPeeringError } from "../../../model/errors";
import type { Peering, VpcPair } from "../../../model/peering";
import { joins } from "../../../model/peering";
import type { Page } from "../cloud";
import type { Context } from "../context";
import type { Fields } from "../kit/json";
import { LessAskedEnd } from "../kit/lessAskedEnd";
import { allOf } from "../kit/pages";
import type { Caller } from "../kit/pipeline";
import type { ActionName, Request } from "./actions";
import type { PeeringRow } from "./rows";
import { peeringOf } from "./rows";

/** How many connections a list may have at once is documented nowhere: other lists take 100, this API's forerunner took 50. */
const [LONG_PAGE, SHORT_PAGE] = [100, 50] as const;

/** So that connections made meanwhile do not shift the pages. */
const OLDEST_FIRST = { OrderField: "CreatedTime", OrderDirection: "ASC" };

/** The one call that answers connections, whatever is asked for: ids, ends, or all. It finds out what is not documented of it. */
export function listing(call: Caller<ActionName, Request>) {
  const lessAsked = new LessAskedEnd();
  let longestPage: number = LONG_PAGE;
  let filterGoesByEither = false;
  let isFilterTried = false;

  async function page({ region, params }: Request, context: Context): Promise<Fields> {
    const read = (Limit: number): Promise<Fields> =>
      call("DescribeVpcPeeringConnections", { region, params: { ...params, Limit } }, context);
    try {
      return await read(longestPage);
    } catch (error) {
      if (longestPage === SHORT_PAGE || !isPeeringError(error, "invalid", "unknown")) throw error;
      const shorter = await read(SHORT_PAGE);
      longestPage = SHORT_PAGE;
      return shorter;
    }
  }

  async function* list({ region, params }: Request, context: Context): AsyncIterable<Page> {
    for (let read = 0, isLast = false; !isLast;) {
      const which = { ...params, ...OLDEST_FIRST, Offset: read };
      const answer = await page({ region, params: which }, context);
      const rows = (answer["PeerConnectionSet"] ?? []) as PeeringRow[];
      read += rows.length;
      isLast = rows.length === 0 || read >= Number(answer["TotalCount"] ?? 0);
      yield { rows: rows.map(peeringOf), isLast };
    }
  }

  /**
   * Whether the filter goes by both ends or by the requester's is not documented; the ids of both cover either, but
   * find all that a hub has. So where that is a lot, the filter is tried out, once, on one of what was found.
   */
  async function tryFilter([sample]: readonly Peering[], region: string, context: Context): Promise<void> {
    if (isFilterTried || sample === undefined) return;
    isFilterTried = true;
    const byAccepter = { region, params: joining([sample.accepter.vpcId]) };
    const found = await allOf(list(byAccepter, context)).catch(() => []);
    filterGoesByEither = found.some(({ id }) => id === sample.id);
  }

  async function find(pair: VpcPair, context: Context): Promise<Peering[]> {
    const { requester, accepter } = pair;
    const { region } = requester;
    const lessAskedVpc = lessAsked.of(pair);
    const vpcIds = filterGoesByEither ? [lessAskedVpc] : [requester.vpcId, accepter.vpcId];
    const found = await allOf(list({ region, params: joining(vpcIds) }, context));
    if (found.length > SHORT_PAGE) await tryFilter(found, region, context);
    return found.filter((peering) => joins(peering, pair));
  }

  return { list, find };
}

/** Connections of any of these VPCs. */
function joining(vpcIds: readonly string[]): Request["params"] {
  return { Filters: [{ Name: "vpc-id", Values: vpcIds }] };
}
