import { defined } from "../../../model/defined";
import type { Peering, Side } from "../../../model/peering";
import type { EndName } from "../../../model/ends";
import { mayDiffer } from "../isSame";
import type { Work } from "../work";

/** What a program says where routes need to know the blocks of the two VPCs. */
export interface Routed {
  /** Whether the blocks of IPv6 are asked for too. */
  ipv6?: boolean;
}

/** The blocks of the two VPCs of a connection, as far as somebody's keys see them. */
export interface EndBlocks {
  requester?: string[];
  accepter?: string[];
}

/** What of a resource's values is about the blocks of the two VPCs. Without routes there is none of it. */
export interface WithEnds {
  __routed?: Routed;
  __ends?: EndBlocks;
}

/** What a preview says of an update that only reads the blocks of the VPCs. */
export const ENDS_NOTE =
  "For the routes, this only reads the address blocks of the VPCs. The connection stays as it is.";

/** Whether blocks are wanted that an earlier run did not read. */
export function lacksEnds(olds: WithEnds, { __routed: routed }: WithEnds): boolean {
  return routed !== undefined && (olds.__ends === undefined || mayDiffer(olds.__routed, routed));
}

/** The blocks that are remembered, if they are still wanted. */
export function rememberedEnds({ __ends: ends }: WithEnds, { __routed: routed }: WithEnds): WithEnds {
  return routed === undefined ? {} : defined({ __ends: ends });
}

/**
 * The blocks of the two VPCs, if they are wanted: as the connection tells them; else of each VPC that belongs to these
 * keys' account.
 */
export async function endsSeen(
  { __routed: routed }: WithEnds,
  seen: Peering,
  own: EndName,
  work: Work,
): Promise<WithEnds> {
  if (routed === undefined) return {};
  const { ipv6 = false } = routed;
  const blocksOf = async (end: EndName): Promise<string[] | undefined> => {
    const told = seen.blocks?.[end];
    const { account, ...vpc }: Side = seen[end];
    // A project that a row does not name is the one that was asked.
    const isOwn = account === seen[own].account || account === "";
    if (told !== undefined || !isOwn) return told;
    return await work.routesOf(vpc).blocks({ ipv6 }, work.context);
  };
  const [requester, accepter] = await Promise.all([blocksOf("requester"), blocksOf("accepter")]);
  return { __ends: defined({ requester, accepter }) };
}
