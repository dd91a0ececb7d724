import { defined } from "../../../model/defined";
import type { Peering, VpcPair } from "../../../model/peering";
import { joins } from "../../../model/peering";
import type { Cloud, Context, Ref, UpdateRequest } from "../cloud";
import { verbOf } from "../verbs";
import type { Look } from "./sharedReads";
import { Changes, Lookout } from "./sharedReads";

/** For how long a connection that was changed is asked for by its id, in milliseconds: lists may lag behind. */
const LAGGING_MS = 5_000;

/** A cloud of which all that wait, look up or refresh in one region share the looks. */
export type SharedCloud = Cloud & {
  /** Sleeps for so long, or until somebody else's look has brought news of a connection, or of those of a pair of VPCs. */
  restFor(request: { news: Ref | VpcPair; ms: number }, context: Context): Promise<void>;
};

/** Makes the looks of one cloud shared. Its changes are made as ever, one by one. */
export function shared(cloud: Cloud): SharedCloud {
  // A connection belongs to two regions, so a change concerns the lists of all.
  const changes = new Changes();
  const lookouts = new Map<string, Lookout>();
  const lookout = (region: string): Lookout => {
    const list = cloud.list && ((context: Context) => verbOf(cloud, "list")({ region }, context));
    const known = lookouts.get(region) ?? new Lookout(list, changes);
    lookouts.set(region, known);
    return known;
  };
  const updatedAt = new Map<string, number>();

  const lookAt = (ref: Ref, context: Context): Look<Peering | undefined> => ({
    key: ref.id,
    context,
    readIn: ({ rows }) => {
      const answer = rows.get(ref.id);
      return answer === undefined ? undefined : { answer };
    },
    ask: () => cloud.get(ref, context),
  });

  const lookFor = (pair: VpcPair, context: Context): Look<Peering[]> => ({
    key: `${pair.requester.vpcId} ${pair.accepter.vpcId}`,
    context,
    readIn: ({ rows, isComplete }, isOlder) => {
      const answer = [...rows.values()].filter((one) => joins(one, pair));
      // What is found will be built upon, and may be gone since; where nothing is found, the cloud refuses a second one.
      return isComplete && !(isOlder && answer.length > 0) ? { answer } : undefined;
    },
    ask: () => verbOf(cloud, "find")(pair, context),
  });

  const change = <V extends "create" | "accept" | "reject" | "update" | "delete">(verb: V): Cloud[V] => {
    const make = cloud[verb]?.bind(cloud) as Verb | undefined;
    if (make === undefined) return undefined as Cloud[V];
    const inTurn: Verb = (request, context) => changes.making((turn) => make(request, turn), context);
    return inTurn as Cloud[V];
  };
  const update = change("update");

  return {
    name: cloud.name,
    createIsRepeatable: cloud.createIsRepeatable,
    preflightReads: cloud.preflightReads,
    whoAmI: (request, context) => cloud.whoAmI(request, context),
    create: change("create"),
    delete: change("delete"),
    ...defined({
      list: cloud.list?.bind(cloud),
      accept: change("accept"),
      reject: change("reject"),
      update:
        update &&
        ((request: UpdateRequest, context: Context) =>
          update(request, context).finally(() => updatedAt.set(request.id, context.clock.now()))),
      find:
        cloud.find &&
        ((pair: VpcPair, context: Context) => lookout(pair.requester.region).look(lookFor(pair, context))),
    }),

    async get(ref, context) {
      const updated = updatedAt.get(ref.id) ?? Number.NEGATIVE_INFINITY;
      if (context.clock.now() - updated < LAGGING_MS) return await cloud.get(ref, context);
      return await lookout(ref.region).look(lookAt(ref, context));
    },

    restFor: ({ news, ms }, context) =>
      "id" in news
        ? lookout(news.region).rest(ms, lookAt(news, context))
        : lookout(news.requester.region).rest(ms, lookFor(news, context)),
  };
}

/** A verb, whatever its request. */
type Verb = (request: unknown, context: Context) => Promise<unknown>;
