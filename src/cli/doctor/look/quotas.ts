import { factsOf } from "../../../model/clouds";
import type { Peering } from "../../../model/peering";
import { DEAD, GOING } from "../../../model/status";
import type { KnownEnd, QuotaUse } from "../judge/known";
import type { Keys } from "./keyChain";
import type { Reader } from "./reader";
import { trying } from "./reader";

/** The part of a cloud's usual quota from which on the account's own quota is read: with 200 routes a table, from 180. */
const WORTH_ASKING = 0.9;

/** One end, and keys that see it. */
interface Seen {
  keys: Keys;
  end: KnownEnd;
}

/** How much of the quotas is used up: of connections where a cloud tells it, of routes in each table. */
export async function quotasOf(seen: readonly Seen[], reader: Reader): Promise<QuotaUse[]> {
  const uses = new Map<string, QuotaUse>();
  for (const one of seen) {
    for (const use of [...(await ofConnections(one, reader)), ...(await ofRoutes(one, reader))]) {
      uses.set(`${use.of} ${use.owner}`, use);
    }
  }
  return [...uses.values()];
}

async function ofConnections({ keys, end }: Seen, reader: Reader): Promise<QuotaUse[]> {
  const { region, vpcId = "", account = "" } = end;
  if (region === undefined) return [];
  // Nothing else depends on a quota: keys without the right to read it get no line about it, and no failure.
  const quota = await trying("", [], () => reader.quota(keys, region));
  const listed = await trying("", [], () => reader.connections(keys, region));
  if (quota === undefined || listed?.isComplete !== true) return [];
  const { per, limit } = quota;
  const isOf = ({ requester, accepter }: Peering): boolean =>
    per === "project" || requester.vpcId === vpcId || accepter.vpcId === vpcId;
  const alive = [...listed.rows.values()].filter(({ status }) => !DEAD.has(status) && !GOING.has(status));
  const owner = per === "project" ? `Project ${account}` : vpcId;
  return [{ of: "connections", owner, used: alive.filter(isOf).length, limit }];
}

async function ofRoutes({ keys, end }: Seen, reader: Reader): Promise<QuotaUse[]> {
  const { region, tables = [] } = end;
  const usual = factsOf(keys.cloud).routing?.perTable ?? 0;
  const uses: QuotaUse[] = [];
  for (const { id, routes } of tables) {
    if (region === undefined || routes.length < WORTH_ASKING * usual) continue;
    const told = await trying("", [], () => reader.routesPerTable(keys, region));
    uses.push({ of: "routes", owner: id, used: routes.length, limit: told ?? usual });
  }
  return uses;
}
