import { duration } from "../../../io/clock";
import { factsOf } from "../../../model/clouds";
import { isPeeringError, PeeringError } from "../../../model/errors";
import type { Side } from "../../../model/peering";
import type { Work } from "../work";
import { change } from "./change";
import type { Seen, Subject } from "./subject";
import { alive } from "./subject";
import { untilSettled } from "./wait";

/** How often a change may turn out to have been swallowed before it is an error. */
const MOST_ATTEMPTS = 8;
/** How long a change may take to show before it counts as swallowed, on clouds without client tokens, in milliseconds. */
const UNSEEN_MS = 5_000;
/** The first pause between two looks for a change, in milliseconds. Each pause is twice the one before. */
const FIRST_PAUSE_MS = 250;

/** What a thing should be like. `T` is how it looks, `D` what is to change on it. */
export interface Declared<T extends Seen, D> {
  /** What is to change on it; nothing if it is as declared. */
  difference(seen: T): D | undefined;
  /** What a difference is about, for people: `bandwidth, tags`. */
  words(difference: D): string;
  /** The VPCs that no other change may touch meanwhile. */
  sides(seen: T): readonly Pick<Side, "vpcId">[];
  /** Asks for the change. Each attempt is asked for under another token. */
  apply(difference: D, attempt: number): Promise<void>;
  /** What to say where the cloud refuses the change in this state, and it can be left for later; nothing if it cannot. */
  putOff(seen: T, difference: D): string | undefined;
}

/**
 * Changes a thing in place until it is as declared. A cloud may answer a change with its memory of an earlier, equal
 * one, and do nothing: then the next attempt asks under another token.
 */
export async function sync<T extends Seen, D>(
  subject: Subject<T>,
  seen: T,
  declared: Declared<T, D>,
  work: Work,
): Promise<T> {
  const { cloud, context } = work;
  const isDone = (later: T): boolean => declared.difference(later) === undefined;
  let now = seen;
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
    const difference = declared.difference(now);
    if (difference === undefined) return now;
    context.report(`changing ${declared.words(difference)}`);
    try {
      const make = (): Promise<void> => declared.apply(difference, attempt);
      await change(subject, { sides: declared.sides(now), make, isDone }, work);
    } catch (error) {
      if (!isPeeringError(error, "wrongState")) throw error;
      // A part of it may not depend on the state, and be done.
      const later = alive(subject, await subject.observe());
      const left = declared.difference(later);
      const warning = left && declared.putOff(now, left);
      if (left !== undefined && warning === undefined) throw error;
      if (warning !== undefined) context.warn(warning);
      return later;
    }
    now = await untilShown(subject, isDone, work);
  }
  throw new PeeringError(
    `${subject.title} was asked ${MOST_ATTEMPTS} times in ${duration(context.deadline.elapsed())} to change, said yes each time, and did not.`,
    {
      kind: "unknown",
      cloud: cloud.name,
      remedy: "Run `pulumi up` again; if it stays so, change it in the console.",
    },
  );
}

/**
 * Between regions a change may take a moment to show. So what does not show at once is looked for again, for 5 s.
 * Clouds with client tokens may have answered from memory: there it is asked for again instead.
 */
async function untilShown<T extends Seen>(
  subject: Subject<T>,
  isDone: (seen: T) => boolean,
  work: Work,
): Promise<T> {
  const { clock } = work.context;
  const startedAt = clock.now();
  for (let pause = FIRST_PAUSE_MS; ; pause *= 2) {
    const seen = await untilSettled(subject, work);
    const isTooLate = clock.now() - startedAt >= UNSEEN_MS;
    if (isDone(seen) || factsOf(work.cloud.name).hasClientTokens || isTooLate) return seen;
    await clock.sleep(pause);
  }
}
