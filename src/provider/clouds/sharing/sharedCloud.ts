import type { Peering, VpcPair } from "../../../model/peering";
import { joins } from "../../../model/peering";
import type { Call, Cloud, Ref } from "../cloud";
import type { Look } from "./sharedReads";
import { Changes, Lookout } from "./sharedReads";

/** For how long a connection that was changed is asked for by its id, in milliseconds: lists may lag behind. */
const LAGGING_MS = 5_000;

/** A cloud of which all that wait, look up or refresh in one region share the looks. */
export type SharedCloud = Cloud & {
  /** Sleeps for so long, or until somebody else's look has brought news of a connection, or of those of a pair of VPCs. */
  restFor(what: Ref | VpcPair, ms: number, call: Call): Promise<void>;
};

/** Makes the looks of one cloud shared. Its changes are made as ever, one by one. */
export function shared(cloud: Cloud): SharedCloud {
  // A connection belongs to two regions, so a change concerns the lists of all.
  const changes = new Changes();
  const lookouts = new Map<string, Lookout>();
  const lookout = (region: string): Lookout => {
    const known = lookouts.get(region) ?? new Lookout((call) => cloud.list(region, call), changes);
    lookouts.set(region, known);
    return known;
  };
  const updatedAt = new Map<string, number>();

  const lookAt = (ref: Ref, call: Call): Look<Peering | undefined> => ({
    key: ref.id,
    call,
    readIn: ({ rows }) => {
      const answer = rows.get(ref.id);
      return answer === undefined ? undefined : { answer };
    },
    ask: () => cloud.get(ref, call),
  });

  const lookFor = (pair: VpcPair, call: Call): Look<Peering[]> => ({
    key: `${pair.requester.vpcId} ${pair.accepter.vpcId}`,
    call,
    readIn: ({ rows, isComplete }, isOlder) => {
      const answer = [...rows.values()].filter((one) => joins(one, pair));
      // What is found will be built upon, and may be gone since; where nothing is found, the cloud refuses a second one.
      return isComplete && !(isOlder && answer.length > 0) ? { answer } : undefined;
    },
    ask: () => cloud.findByVpcs(pair, call),
  });

  return {
    name: cloud.name,
    createIsRepeatable: cloud.createIsRepeatable,
    survey: cloud.survey,
    whoAmI: (call, region) => cloud.whoAmI(call, region),
    list: (region, call) => cloud.list(region, call),
    create: (spec, seed, call) => changes.making((inTurn) => cloud.create(spec, seed, inTurn), call),
    accept: (ref, seed, call) => changes.making((inTurn) => cloud.accept(ref, seed, inTurn), call),
    reject: (ref, seed, call) => changes.making((inTurn) => cloud.reject(ref, seed, inTurn), call),
    delete: (ref, options, seed, call) =>
      changes.making((inTurn) => cloud.delete(ref, options, seed, inTurn), call),

    async update(ref, difference, seed, call) {
      await changes
        .making((inTurn) => cloud.update(ref, difference, seed, inTurn), call)
        .finally(() => updatedAt.set(ref.id, call.clock.now()));
    },

    async get(ref, call) {
      const updated = updatedAt.get(ref.id) ?? Number.NEGATIVE_INFINITY;
      if (call.clock.now() - updated < LAGGING_MS) return await cloud.get(ref, call);
      return await lookout(ref.region).look(lookAt(ref, call));
    },

    findByVpcs: (pair, call) => lookout(pair.requester.region).look(lookFor(pair, call)),
    restFor: (what, ms, call) =>
      "id" in what
        ? lookout(what.region).rest(ms, lookAt(what, call))
        : lookout(what.requester.region).rest(ms, lookFor(what, call)),
  };
}
