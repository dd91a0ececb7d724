import type { Reporter } from "../../../../commandLine/progress";
import { NO_REPORTER } from "../../../../commandLine/progress";
import type { Clock } from "../../../io/clock";
import { accountWordOf } from "../../../model/account";
import { isIpv6 } from "../../../model/cidr";
import type { CloudName } from "../../../model/clouds";
import { defined } from "../../../model/defined";
import type { Peering, Side } from "../../../model/peering";
import type { EndName } from "../../../model/ends";
import { ENDS } from "../../../model/ends";
import type { KeyRing } from "../../kit/keyRings";
import type { Declared, Known, KnownEnd, Network, Unseen } from "../judge/known";
import type { Keys, KeysForEnd } from "./keyChain";
import { KeyChain } from "./keyChain";
import { pooled } from "./pool";
import { quotasOf } from "./quotas";
import { Reader, trying } from "./reader";

/** How many connections, or VPCs, are looked at at the same time. */
const AT_ONCE = 10;

/** Each end of a connection, its keys, and what they see. */
type Ends = Record<
  EndName,
  KeysForEnd & { side: Partial<Side>; seen?: Peering | "missing"; unseen: Unseen[] }
>;

/** A connection under way. */
interface Looked {
  declared: Declared;
  ends: Ends;
  peering?: Peering;
}

/** Looks at connections, with the keys of each end where there are any. Changes nothing. */
export async function lookAt(
  declared: readonly Declared[],
  rings: ReadonlyMap<CloudName, readonly KeyRing[]>,
  clock?: Clock,
  progress: Reporter = NO_REPORTER,
): Promise<Network> {
  const chain = new KeyChain(rings, clock);
  const reader = new Reader();
  const counted = counter(progress, declared.length);
  const looked = await pooled(declared, AT_ONCE, (one) =>
    counted("connections", lookAtOne(one, chain, reader)),
  );
  const connections = await pooled(looked, AT_ONCE, (one) =>
    counted("connections' VPCs", withVpcs(one, reader)),
  );
  const unseen = [...chain.unseen];
  const bridges = await bridgesOf(looked, connections, reader);
  const quotas = await quotasOf(
    looked.flatMap(({ ends }, index) =>
      ENDS.flatMap((end) => {
        const { keys } = ends[end];
        const known = connections[index]?.ends[end];
        return keys === undefined || known === undefined ? [] : [{ keys, end: known }];
      }),
    ),
    reader,
  );
  return { connections, bridges, quotas, unseen };
}

/** Tells how many of all are done. */
function counter(progress: Reporter, all: number) {
  const done: Record<string, number> = {};
  return async <T>(what: string, task: Promise<T>): Promise<T> => {
    done[what] ??= 0;
    progress.at(`looked at ${done[what]} of ${all} ${what}`);
    const answer = await task;
    done[what] += 1;
    progress.at(`looked at ${done[what]} of ${all} ${what}`);
    return answer;
  };
}

async function lookAtOne(declared: Declared, chain: KeyChain, reader: Reader): Promise<Looked> {
  const { cloud, id } = declared;
  const of = (end: EndName): Ends[EndName] => {
    const { vpcId, region, account } = declared[end];
    return { side: defined({ vpcId, region, account }), unseen: [] };
  };
  const looked: Looked = { declared, ends: { requester: of("requester"), accepter: of("accepter") } };
  const lookFrom = async (end: EndName): Promise<void> => {
    const known = looked.ends[end];
    Object.assign(known, await chain.forEnd(cloud, { ...declared[end], ...known.side }));
    const { keys, side } = known;
    if (keys === undefined || side.region === undefined) return;
    const { region } = side;
    const seen = await trying(`connection ${id} from the ${end}'s side`, known.unseen, async () => ({
      peering: await reader.connection(keys, region, id),
    }));
    if (seen !== undefined) note(looked, end, seen.peering);
  };
  if (declared.role === "none") await lookFromAnywhere(looked, chain, reader);
  for (const end of ENDS) await lookFrom(end);
  // Whose VPC the requester's is may only be known from the accepter's side.
  for (const end of ENDS) if (looked.ends[end].keys === undefined) await lookFrom(end);
  return looked;
}

/** Without a stack, nobody says which end the keys belong to. */
async function lookFromAnywhere(looked: Looked, chain: KeyChain, reader: Reader): Promise<void> {
  const { declared, ends } = looked;
  const { region } = declared.requester;
  ends.requester.side = {};
  if (region === undefined) return;
  for (const keys of chain.of(declared.cloud)) {
    const peering = await trying(`connection ${declared.id}`, ends.requester.unseen, () =>
      reader.connection(keys, region, declared.id),
    );
    if (peering === undefined) continue;
    note(looked, undefined, peering);
    return;
  }
  if (ends.requester.unseen.length === 0) ends.requester.seen = "missing";
}

/** Keeps what was seen of a connection: all of it where it is there. */
function note(looked: Looked, end: EndName | undefined, seen: Peering | undefined): void {
  if (end !== undefined) looked.ends[end].seen = seen ?? "missing";
  if (seen === undefined) return;
  looked.peering ??= seen;
  for (const one of ENDS) {
    const { account, ...where } = seen[one];
    const known = looked.ends[one];
    // A project that a row does not name is the one that was asked.
    known.side = { ...known.side, ...where, ...(account === "" ? {} : { account }) };
  }
}

async function withVpcs({ declared, ends, peering }: Looked, reader: Reader): Promise<Known> {
  const known = async (end: EndName): Promise<KnownEnd> => {
    const { side, keys, wrongKeys, seen, unseen } = ends[end];
    const status = seen === undefined || seen === "missing" ? seen : seen.status;
    const told = peering?.blocks?.[end]?.filter((block) => !isIpv6(block));
    const lacking = told === undefined ? "the route tables and blocks" : "the route tables";
    const { vpcId, region } = side;
    const vpc =
      keys === undefined || vpcId === undefined || region === undefined
        ? undefined
        : await reader.vpc(keys, { vpcId, region });
    return {
      ...side,
      ...defined({
        keys: keys?.ring.keys,
        status,
        wrongKeys,
        blocks: vpc?.blocks ?? told,
        tables: vpc?.tables,
      }),
      unseen: [...unseen, ...(vpc?.unseen ?? [lackOfKeys(lacking, declared, side)])],
    };
  };
  const [requester, accepter] = [await known("requester"), await known("accepter")];
  return { declared, ends: { requester, accepter }, ...defined({ peering }) };
}

function lackOfKeys(lacking: string, { cloud }: Declared, { vpcId, account }: Partial<Side>): Unseen {
  const word = accountWordOf(cloud);
  return {
    what: `${lacking} of ${vpcId ?? "the other VPC"}`,
    why: `there are no keys of ${account === undefined ? `its ${word}` : `${word} ${account}`} here`,
    isExpected: true,
  };
}

/** The connections that routes lead to, by id. */
async function bridgesOf(
  looked: readonly Looked[],
  connections: readonly Known[],
  reader: Reader,
): Promise<Map<string, Peering | "missing">> {
  const bridges = new Map<string, Peering | "missing">();
  for (const { peering } of looked) if (peering !== undefined) bridges.set(peering.id, peering);
  const asked = new Map<string, { keys: Keys; region: string }>();
  for (const [index, { ends }] of looked.entries()) {
    for (const end of ENDS) {
      const { keys, side } = ends[end];
      if (keys === undefined || side.region === undefined) continue;
      const { region } = side;
      const tables = connections[index]?.ends[end].tables ?? [];
      for (const { hop } of tables.flatMap(({ routes }) => routes)) {
        if (hop.kind === "peering" && !bridges.has(hop.id)) asked.set(hop.id, { keys, region });
      }
    }
  }
  await pooled([...asked], AT_ONCE, async ([id, { keys, region }]) => {
    const seen = await trying(`connection ${id}`, [], async () => ({
      peering: await reader.connection(keys, region, id),
    }));
    if (seen !== undefined) bridges.set(id, seen.peering ?? "missing");
  });
  return bridges;
}
