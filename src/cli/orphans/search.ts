import { connection } from "../../provider/lifecycle/connection";
import type { Row } from "../../provider/clouds/cloud";
import { verbOf } from "../../provider/clouds/verbs";
import { Session } from "../../provider/lifecycle/session";
import { PeeringError } from "../../model/errors";
import { isPeeringError } from "../../model/errors";
import type { CloudName } from "../../model/clouds";
import type { Peering, Side } from "../../model/peering";
import { nameOfPair } from "../../model/peering";
import type { Place } from "./places";

/** A connection, and with whose keys it was seen. */
export interface Found {
  cloud: CloudName;
  peering: Peering;
  place: Place;
  session: Session;
  /** The side that these keys belong to. */
  own: Side;
}

/** A region that was searched, or why it could not be. */
export interface Searched {
  cloud: CloudName;
  region: string | undefined;
  keys: string;
  failure?: string;
}

/** Lists every connection that can be seen from some places. One that is seen twice is the requester's. */
export async function search(
  places: readonly Place[],
  row: Row,
): Promise<{ found: Found[]; searched: Searched[] }> {
  const found = new Map<string, Found>();
  const searched: Searched[] = [];
  for (const place of places) {
    const { cloud, keys } = place;
    const session = new Session(place.settings);
    if (place.regions.length === 0) {
      searched.push({
        cloud,
        keys,
        region: undefined,
        failure: "no region is known: name one with --region",
      });
    }
    for (const region of place.regions) {
      try {
        for (const one of await seenFrom(place, region, session, row)) {
          const isRequester = one.own === one.peering.requester;
          if (isRequester || !found.has(one.peering.id)) found.set(one.peering.id, one);
        }
        searched.push({ cloud, region, keys });
      } catch (error) {
        if (!isPeeringError(error)) throw error;
        searched.push({ cloud, region, keys, failure: error.message });
      }
    }
  }
  return { found: [...found.values()], searched };
}

async function seenFrom(place: Place, region: string, session: Session, row: Row): Promise<Found[]> {
  const task = { cloud: place.cloud, operation: "read", region } as const;
  const { cloud, context } = await session.begin(task, { row, timeouts: {} });
  const { account } = await cloud.whoAmI({ region }, context);
  const seen: Found[] = [];
  for await (const { rows } of verbOf(cloud, "list")({ region }, context)) {
    for (const peering of rows) {
      const own = peering.requester.account === account ? peering.requester : peering.accepter;
      seen.push({ cloud: place.cloud, peering, place, session, own });
    }
  }
  return seen;
}

/** Deletes a connection, after one more look at it, and waits until it is gone. */
export async function remove(
  { cloud, peering, session, own }: Found,
  force: boolean,
  row: Row,
): Promise<void> {
  const { id, requester, accepter } = peering;
  const caller = { session, row, owner: undefined, timeouts: {} };
  const work = await session.begin({ cloud, operation: "read", region: own.region }, caller);
  const now = await work.cloud.get({ id, region: own.region }, work.context);
  if (now === undefined) return;
  if (now.owner?.marker !== peering.owner?.marker) {
    throw new PeeringError(
      `Connection ${id} (${nameOfPair(now)}) has another owner by now. It was left alone.`,
      {
        kind: "notOurs",
      },
    );
  }
  const other = own.vpcId === requester.vpcId ? accepter : requester;
  const sides = {
    requester: { vpcId: own.vpcId, region: own.region },
    accepter: { vpcId: other.vpcId, region: other.region },
  };
  const props = { cloud, ...sides, forceDelete: force, marker: peering.owner?.marker ?? id };
  await connection.delete(id, props, caller);
}
