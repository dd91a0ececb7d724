import type { Reporter } from "../../../commandLine/progress";
import { NO_REPORTER } from "../../../commandLine/progress";
import type { Row, Settings } from "../../provider/clouds/cloud";
import { verbOf } from "../../provider/clouds/verbs";
import { Session } from "../../provider/lifecycle/session";
import { isPeeringError } from "../../model/errors";
import type { CloudName } from "../../model/clouds";
import type { Peering, Side } from "../../model/peering";

/** Keys, and the regions of one cloud to search with them. */
export interface Place {
  cloud: CloudName;
  settings: Settings;
  /** Whose keys these are, in words. */
  keys: string;
  regions: string[];
}

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
  progress: Reporter = NO_REPORTER,
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
      progress.at(`searching ${cloud} ${region} with the keys of ${keys}`);
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
