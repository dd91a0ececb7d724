import { isPeeringError, PeeringError } from "../../../model/errors";
import type { ConnectionSpec, Peering, VpcPair } from "../../../model/peering";
import { joins, joinsInOrder, nameOfPair } from "../../../model/peering";
import { difference } from "../../../model/difference";
import { DEAD, GOING } from "../../../model/status";
import type { Work } from "../session";
import { changing, gone, settled } from "./settle";

/** What is wanted, and what may be taken over for it. */
export interface Wanted {
  spec: ConnectionSpec;
  /** The marks this resource may have put on a connection: its own, and those of its former names. */
  markers: readonly string[];
  adopt: boolean | string | undefined;
}

/** What a look at the connections of a pair leads to. */
export type Verdict =
  | { take: Peering } // ours, or free to be adopted
  | { remove: Peering } // ours, but dead or made for something else: in the way
  | { foreign: Peering } // somebody else's
  | undefined; // none: create one

/** How often a token may turn out to be spent before something else must be wrong. */
const MOST_ATTEMPTS = 8;

/** Decides what to do with the connections found between two VPCs. */
export function judge(found: readonly Peering[], wanted: Wanted): Verdict {
  const { spec, adopt } = wanted;
  const present = found.filter((peering) => joins(peering, spec) && !GOING.has(peering.status));
  const alive = present.filter((peering) => !DEAD.has(peering.status));
  const ours = alive.find((peering) => isOurs(peering, wanted));
  if (ours !== undefined) {
    return asAskedFor(ours, spec) && canBecome(ours, spec) ? { take: ours } : { remove: ours };
  }
  const free = alive.find(
    (peering) =>
      asAskedFor(peering, spec) && (adopt === peering.id || (adopt === true && peering.owner === undefined)),
  );
  if (free !== undefined) return { take: free };
  if (alive[0] !== undefined) return { foreign: alive[0] };
  const leftover = present.find((peering) => isOurs(peering, wanted));
  return leftover === undefined ? undefined : { remove: leftover };
}

function isOurs({ owner }: Peering, { markers }: Wanted): boolean {
  return owner !== undefined && markers.includes(owner.marker);
}

/** Whether what the cloud cannot change is as it is asked for. */
function asAskedFor(peering: Peering, spec: ConnectionSpec): boolean {
  return (
    joinsInOrder(peering, spec) &&
    peering.requester.region === spec.requester.region &&
    peering.accepter.region === spec.accepter.region &&
    peering.accepter.account === spec.accepter.account
  );
}

/** A connection that nobody has accepted yet is not worth a change that the cloud may refuse: a new one is. */
function canBecome(ours: Peering, spec: ConnectionSpec): boolean {
  return ours.status !== "pending" || Object.keys(difference(spec, ours)?.set ?? {}).length === 0;
}

/**
 * Finds or creates the one connection that is wanted, and answers it as first seen. `learn` is told its id as
 * soon as there is one, so that whatever fails afterwards, the id is not lost.
 */
export async function ensure(
  wanted: Wanted,
  learn: (id: string | undefined) => void,
  work: Work,
): Promise<Peering> {
  const { cloud, context } = work;
  if (wanted.adopt !== undefined && wanted.adopt !== false) {
    const adopted = await lookUp(wanted, learn, work);
    if (adopted !== undefined) return adopted;
  } else if (!cloud.createIsRepeatable) {
    const earlier = await lookUp(wanted, learn, work);
    if (earlier !== undefined) return earlier;
  }
  const { spec } = wanted;
  let refusal: PeeringError | undefined;
  for (let attempt = 0; attempt < MOST_ATTEMPTS;) {
    const id = await tryToCreate(spec, attempt, work);
    if (typeof id !== "string") {
      const found = await lookUpPatiently(wanted, learn, work);
      if (found !== undefined) return found;
      assertUnclear(id, refusal, work);
      refusal = id;
      // Without tokens there is nothing to be spent: what fails is tried again until the deadline.
      if (cloud.createIsRepeatable) attempt++;
      continue;
    }
    refusal = undefined;
    attempt++;
    learn(id);
    const ref = { id, region: spec.requester.region };
    try {
      const seen = await settled(ref, () => true, work);
      // The answer to an equal request of long ago may be a connection that somebody has taken over since.
      if (isOurs(seen, wanted) || seen.owner === undefined) return seen;
      learn(undefined);
      throw notOurs(seen, spec);
    } catch (error) {
      if (!isPeeringError(error, "gone", "dead")) throw error;
      context.report(`${error.sentence} It was made by an earlier run; making a new one`);
      if (error.kind === "dead") await remove(id, spec, work);
      learn(undefined);
    }
  }
  if (refusal !== undefined) throw refusal;
  throw new PeeringError(
    `Connection ${nameOfPair(spec)} could not be created: ${MOST_ATTEMPTS} attempts ended in connections that do not exist any more.`,
    {
      kind: "unknown",
      cloud: cloud.name,
      remedy: "Look for these VPCs' connections in the cloud's console.",
    },
  );
}

/** Creates and answers the id, or the failure if only a look at the cloud can tell what there is now. */
async function tryToCreate(
  spec: ConnectionSpec,
  attempt: number,
  work: Work,
): Promise<string | PeeringError> {
  const { cloud, context } = work;
  try {
    return await work.exclusively([spec.requester, spec.accepter], () =>
      cloud.create({ spec, seed: { marker: spec.owner.marker, attempt } }, context),
    );
  } catch (error) {
    const unclear = isPeeringError(error, "transient") && error.facts.executed === "unknown";
    if (unclear || isPeeringError(error, "duplicate", "tokenMismatch")) return error;
    throw error;
  }
}

/**
 * A cloud that says twice that there is a connection, while none can be seen, means what it says. And a call
 * that can be repeated has been, for as long as there was time.
 */
function assertUnclear(
  refusal: PeeringError,
  before: PeeringError | undefined,
  { cloud, context }: Work,
): void {
  if (cloud.createIsRepeatable && refusal.kind === "transient") throw refusal;
  const isSaidTwice = refusal.kind === "duplicate" && before?.kind === "duplicate";
  if (isSaidTwice || context.deadline.remaining() <= FIRST_LOOK_MS) throw refusal;
}

/** Looks for a connection to go on with; clears away what is ours and in the way. */
async function lookUp(wanted: Wanted, learn: (id: string) => void, work: Work): Promise<Peering | undefined> {
  const { spec, adopt } = wanted;
  const found = await candidates(wanted, work);
  const verdict = judge(found, wanted);
  if (verdict === undefined) {
    if (typeof adopt !== "string") return undefined;
    throw new PeeringError(`There is no connection ${adopt} between ${nameOfPair(spec)} to adopt.`, {
      kind: "invalid",
      remedy: "Check `adopt`, or leave it out to create a new connection.",
    });
  }
  if ("foreign" in verdict) throw notOurs(verdict.foreign, spec);
  if ("take" in verdict) {
    learn(verdict.take.id);
    return verdict.take;
  }
  await remove(verdict.remove.id, spec, work);
  return undefined;
}

/** How long a connection that a lost answer may have left is looked for before it counts as not made. */
const LOST_ANSWER_MS = 3_000;
const FIRST_LOOK_MS = 250;

/** A connection may take a moment to show up in a list, so nothing found at once means nothing yet. */
async function lookUpPatiently(
  wanted: Wanted,
  learn: (id: string) => void,
  work: Work,
): Promise<Peering | undefined> {
  const { clock, deadline } = work.context;
  const startedAt = clock.now();
  for (let pause = FIRST_LOOK_MS; ; pause *= 2) {
    const found = await lookUp(wanted, learn, work);
    const isTooLate = deadline.remaining() <= pause || clock.now() - startedAt >= LOST_ANSWER_MS;
    if (found !== undefined || isTooLate) return found;
    await clock.sleep(pause);
  }
}

async function candidates({ spec, adopt }: Wanted, { cloud, context }: Work): Promise<Peering[]> {
  if (typeof adopt !== "string") return (await cloud.find?.(spec, context)) ?? [];
  const named = await cloud.get({ id: adopt, region: spec.requester.region }, context);
  return named === undefined ? [] : [named];
}

async function remove(id: string, spec: ConnectionSpec, work: Work): Promise<void> {
  const ref = { id, region: spec.requester.region };
  const seed = { marker: spec.owner.marker, attempt: 0 };
  await changing(
    {
      ref,
      sides: [spec.requester, spec.accepter],
      make: () => work.cloud.delete({ ...ref, seed, force: false }, work.context),
      done: (seen) => GOING.has(seen.status),
    },
    work,
  ).catch((error: unknown) => {
    if (!isPeeringError(error, "gone")) throw error;
  });
  await gone(ref, work);
}

/** The error for a pair that is connected by a connection that this stack neither made nor may take over. */
export function notOurs(peering: Peering, spec: VpcPair): PeeringError {
  const { id, name, cloudStatus, owner, requester } = peering;
  const called = name === undefined ? id : `${id} ("${name}")`;
  const whose =
    owner?.stack !== undefined
      ? `which the stack ${owner.stack} made`
      : owner !== undefined
        ? "which another stack made"
        : `which account ${requester.account} made without this package`;
  const remedy = joinsInOrder(peering, spec)
    ? `Leave it to its owner, or take it over with \`adopt: "${id}"\`.`
    : "It was requested from the other side: leave it to its owner, or swap requester and accepter to take it over.";
  return new PeeringError(
    `${nameOfPair(spec)} are connected already by ${called}, ${whose} (status ${cloudStatus}). Nothing was changed.`,
    { kind: "notOurs", remedy },
  );
}
