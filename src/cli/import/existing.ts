import type { Reporter } from "../../../commandLine/progress";
import { redacted } from "../../io/secrets";
import { cloudModule } from "../../provider/clouds/registry";
import { SILENT } from "../../provider/lifecycle/work";
import type { Found, Place, Searched } from "../kit/search";
import { search } from "../kit/search";
import type { Arguments } from "./arguments";
import type { Existing } from "./declared";
import { reasonToLeave } from "./leftOut";
import { ownEnd, RoutesReader } from "./read";
import type { Surroundings } from "./surroundings";

/** How many connections' routes are read at the same time. */
const AT_ONCE = 10;

/** What there is already. */
export interface Seen {
  connections: readonly Existing[];
  searched: readonly Searched[];
  /** What could not be read, as sentences. */
  unread: readonly string[];
}

/** Reads the connections that are meant, with their routes if those are wanted. */
export async function existing(asked: Arguments, around: Surroundings, progress: Reporter): Promise<Seen> {
  const { cloud, vpcs, routes } = asked;
  const { found, searched } = await search([await placeOf(asked, around)], SILENT, progress);
  const unread = searched.flatMap(({ region = "", failure }) =>
    failure === undefined ? [] : [`${region === "" ? cloud : region}: ${failure}`],
  );
  const isMeant = ({ peering: { requester, accepter } }: Found): boolean =>
    vpcs.length === 0 || vpcs.includes(requester.vpcId) || vpcs.includes(accepter.vpcId);
  const meant = found.filter(isMeant);
  const reader = new RoutesReader();
  const connections: Existing[] = [];
  while (connections.length < meant.length) {
    progress.at(`read ${connections.length} of ${meant.length} connections`);
    const next = meant.slice(connections.length, connections.length + AT_ONCE);
    const read = next.map((one) => existingOf(one, routes ? reader : undefined, around));
    connections.push(...(await Promise.all(read)));
  }
  return { connections, searched, unread: [...unread, ...reader.failures].map(redacted) };
}

async function placeOf({ cloud, regions }: Arguments, { settings, keys }: Surroundings): Promise<Place> {
  const module = await cloudModule(cloud);
  const implied = regions.length > 0 ? undefined : await module.region(settings);
  return { cloud, settings, keys, regions: implied === undefined ? [...new Set(regions)] : [implied] };
}

async function existingOf(
  found: Found,
  reader: RoutesReader | undefined,
  { held }: Surroundings,
): Promise<Existing> {
  const seen = { peering: found.peering, own: ownEnd(found) };
  const isLeft = reasonToLeave(seen, held) !== undefined;
  return { ...seen, routes: reader === undefined || isLeft ? {} : await reader.of(found) };
}
