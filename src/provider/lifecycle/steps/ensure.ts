import type { PeeringError } from "../../../model/errors";
import { isPeeringError } from "../../../model/errors";
import type { Work } from "../work";
import type { Seen, Subject } from "./subject";
import { untilSettled } from "./wait";

/** What a look at the things that are there leads to. */
export type Verdict<T> =
  | { take: T } // ours, or free to be adopted
  | { remove: T } // ours, but dead or made for something else: in the way
  | { foreign: T } // somebody else's
  | undefined; // none: create one

/** How a thing is found or made. `T` is how it looks. */
export interface Making<T extends Seen> {
  /** Whether what is there can be looked at. Otherwise a refusal as a duplicate is all that can be known of it. */
  canLook: boolean;
  /** Whether a create that is repeated with the same attempt makes no second thing. */
  isRepeatable: boolean;
  /** Looks at what is there. Fails if what is to be taken over is not there. */
  verdict(): Promise<Verdict<T>>;
  /** Asks for the thing, and answers its id. */
  create(attempt: number): Promise<string>;
  /** Removes what is ours and in the way, and waits until it is gone. */
  remove(id: string): Promise<void>;
  subject(id: string): Subject<T>;
  /** Whether somebody has taken the thing over since an earlier run of ours asked for it. */
  isForeign(seen: T): boolean;
  /** The error for a thing of somebody else's. */
  refusal(seen: T): PeeringError;
  /** The error for so many attempts that all ended in things that do not exist any more. */
  exhausted(attempts: number): PeeringError;
}

/** How often a token may turn out to be spent before something else must be wrong. */
const MOST_ATTEMPTS = 8;
/** How long a thing that a lost answer may have left is looked for before it counts as not made, in milliseconds. */
const LOST_ANSWER_MS = 3_000;
/** The first pause between two looks for it, in milliseconds. Each pause is twice the one before. */
const FIRST_PAUSE_MS = 250;

/**
 * Finds or creates the one thing that is wanted, and answers it as first seen. `learn` is told its id as soon as there
 * is one, so that the id is not lost, whatever fails afterwards; and `undefined` when that id turns out to be of no use.
 */
export async function ensure<T extends Seen>(
  making: Making<T>,
  learn: (id: string | undefined) => void,
  work: Work,
): Promise<T> {
  const earlier = await lookUp(making, learn);
  if (earlier !== undefined) return earlier;
  let refusal: PeeringError | undefined;
  for (let attempt = 0; attempt < MOST_ATTEMPTS;) {
    const id = await tryToCreate(making, attempt);
    if (typeof id !== "string") {
      if (!making.canLook && id.kind === "duplicate") throw id;
      const found = making.canLook ? await lookUpPatiently(making, learn, work) : undefined;
      if (found !== undefined) return found;
      assertUnclear(making, id, refusal, work);
      refusal = id;
      // Without tokens there is nothing to be spent: what fails is tried again until the deadline.
      if (making.isRepeatable) attempt++;
      continue;
    }
    refusal = undefined;
    attempt++;
    learn(id);
    const seen = await firstLook(making, id, work);
    if (seen !== undefined && !making.isForeign(seen)) return seen;
    learn(undefined);
    if (seen !== undefined) throw making.refusal(seen);
  }
  throw refusal ?? making.exhausted(MOST_ATTEMPTS);
}

/** What was made, once it has settled; nothing if the create answered from memory, with one that is no more. */
async function firstLook<T extends Seen>(making: Making<T>, id: string, work: Work): Promise<T | undefined> {
  try {
    return await untilSettled(making.subject(id), work);
  } catch (error) {
    if (!isPeeringError(error, "gone", "dead")) throw error;
    work.context.report(`${error.sentence} It was made by an earlier run; making a new one`);
    if (error.kind === "dead") await making.remove(id);
    return undefined;
  }
}

/** Creates and answers the id, or the failure if only a look at the cloud can tell what there is now. */
async function tryToCreate<T extends Seen>(
  making: Making<T>,
  attempt: number,
): Promise<string | PeeringError> {
  try {
    return await making.create(attempt);
  } catch (error) {
    const isUnclear = isPeeringError(error, "transient") && error.facts.executed === "unknown";
    if (isUnclear || isPeeringError(error, "duplicate", "tokenMismatch")) return error;
    throw error;
  }
}

/**
 * Fails if there is no point in another attempt. A cloud that says twice that there is such a thing, while none can be
 * seen, means what it says. A create that can be repeated has been repeated already, for as long as there was time.
 */
function assertUnclear<T extends Seen>(
  { isRepeatable }: Making<T>,
  refusal: PeeringError,
  before: PeeringError | undefined,
  { context }: Work,
): void {
  if (isRepeatable && refusal.kind === "transient") throw refusal;
  const isSaidTwice = refusal.kind === "duplicate" && before?.kind === "duplicate";
  if (isSaidTwice || context.deadline.remaining() <= FIRST_PAUSE_MS) throw refusal;
}

/** Looks for a thing to go on with; clears away what is ours and in the way. */
async function lookUp<T extends Seen>(
  making: Making<T>,
  learn: (id: string) => void,
): Promise<T | undefined> {
  const verdict = await making.verdict();
  if (verdict === undefined) return undefined;
  if ("foreign" in verdict) throw making.refusal(verdict.foreign);
  if ("remove" in verdict) {
    await making.remove(verdict.remove.id);
    return undefined;
  }
  learn(verdict.take.id);
  return verdict.take;
}

/** A thing may take a moment to show up in a list. So if none is found at once, it is looked for again, for 3 s. */
async function lookUpPatiently<T extends Seen>(
  making: Making<T>,
  learn: (id: string) => void,
  { context: { clock, deadline } }: Work,
): Promise<T | undefined> {
  const startedAt = clock.now();
  for (let pause = FIRST_PAUSE_MS; ; pause *= 2) {
    const found = await lookUp(making, learn);
    const isTooLate = deadline.remaining() <= pause || clock.now() - startedAt >= LOST_ANSWER_MS;
    if (found !== undefined || isTooLate) return found;
    await clock.sleep(pause);
  }
}
