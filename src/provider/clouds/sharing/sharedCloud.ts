import { defined } from "../../../model/defined";
import type { Peering, VpcPair } from "../../../model/peering";
import { joins } from "../../../model/peering";
import type { Cloud, Ref } from "../cloud";
import type { Context } from "../context";
import { Changes } from "./changes";
import type { Read } from "./sharedReads";
import type { Readers } from "./sharedReads";
import { SharedReads } from "./sharedReads";

/** For how long a connection that was changed is asked for by its id, in milliseconds: lists may lag behind. */
const LAGGING_MS = 5_000;

/** The verbs that change something. */
const CHANGING = [
  "create",
  "accept",
  "reject",
  "update",
  "delete",
] as const satisfies readonly (keyof Cloud)[];

/** A verb, whatever its request. */
type Verb = (request: unknown, context: Context) => Promise<unknown>;

/** A cloud of which all that wait, look up or refresh in one region share the reads. */
export type SharedCloud = Cloud & {
  /** Sleeps for so long, or until somebody else's read has brought news of a connection, or of those of a pair of VPCs. */
  sleepUntilNews(request: { of: Ref | VpcPair; ms: number }, context: Context): Promise<void>;
};

/** Whoever may read, where nobody counts them. */
const MANY: Readers = { most: Number.POSITIVE_INFINITY };

/** Makes the reads of one cloud shared by those who work in this process. Its changes are made as ever, one by one. */
export function withSharedReads(cloud: Cloud, readers: Readers = MANY): SharedCloud {
  // A connection belongs to two regions, so a change concerns the lists of all.
  const changes = new Changes();
  const updatedAt = new Map<string, number>();
  const byRegion = new Map<string, SharedReads<Peering>>();
  const readsIn = (region: string): SharedReads<Peering> => {
    const { list } = cloud;
    const pages = list && ((context: Context) => list({ region }, context));
    const known = byRegion.get(region) ?? new SharedReads({ pages, keyOf: ({ id }) => id }, changes, readers);
    byRegion.set(region, known);
    return known;
  };

  const ofOne = (ref: Ref, context: Context): Read<Peering, Peering | undefined> => ({
    key: ref.id,
    context,
    answerIn: ({ rows }) => {
      const answer = rows.get(ref.id);
      return answer === undefined ? undefined : { answer };
    },
    ask: () => cloud.get(ref, context),
  });

  const ofPair = (pair: VpcPair, context: Context): Read<Peering, Peering[]> => ({
    key: `${pair.requester.vpcId} ${pair.accepter.vpcId}`,
    context,
    answerIn: ({ rows, isComplete, isOlder }) => {
      const answer = [...rows.values()].filter((one) => joins(one, pair));
      // A connection in an older list may be gone since, and whoever finds it goes on with it: so it is asked for anew.
      // If the older list shows none and there is one since, a create is refused as a duplicate, and looks again.
      return isComplete && !(isOlder && answer.length > 0) ? { answer } : undefined;
    },
    ask: async () => (await cloud.find?.(pair, context)) ?? [],
  });

  const noting = (verb: string, make: Verb): Verb => {
    const inTurn: Verb = (request, context) => changes.making((turn) => make(request, turn), context);
    if (verb !== "update") return inTurn;
    return (request, context) =>
      inTurn(request, context).finally(() => {
        const now = context.clock.now();
        for (const [id, at] of updatedAt) if (now - at >= LAGGING_MS) updatedAt.delete(id);
        updatedAt.set((request as Ref).id, now);
      });
  };
  const changing = CHANGING.flatMap((verb) => {
    const make = cloud[verb] as Verb | undefined;
    return make === undefined ? [] : [[verb, noting(verb, make)] as const];
  });

  const find = (pair: VpcPair, context: Context): Promise<Peering[]> =>
    readsIn(pair.requester.region).read(ofPair(pair, context));

  return {
    ...cloud,
    ...Object.fromEntries(changing),
    ...defined({ find: cloud.find && find }),

    async get(ref, context) {
      const updated = updatedAt.get(ref.id) ?? Number.NEGATIVE_INFINITY;
      if (context.clock.now() - updated < LAGGING_MS) return await cloud.get(ref, context);
      return await readsIn(ref.region).read(ofOne(ref, context));
    },

    sleepUntilNews: ({ of, ms }, context) =>
      "id" in of
        ? readsIn(of.region).sleep(ms, ofOne(of, context))
        : readsIn(of.requester.region).sleep(ms, ofPair(of, context)),
  };
}
