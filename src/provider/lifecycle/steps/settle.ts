import { waitUntil } from "../../../io/wait";
import { isPeeringError, PeeringError } from "../../../model/errors";
import type { Peering, Side } from "../../../model/peering";
import { nameOfPair } from "../../../model/peering";
import type { PeeringStatus } from "../../../model/status";
import { GOING, SETTLED } from "../../../model/status";
import type { Ref, Row } from "../../clouds/cloud";
import { reasonToReplace } from "../connection/diff";
import type { Work } from "../session";
import { timedOut } from "../session";

/** How long a new connection may stay invisible before it counts as gone. */
const INVISIBLE_MS = 2_000;

/** A connection that can still be worked with, or the reason why not. */
export function assertAlive(seen: Peering | undefined, id: string): asserts seen is Peering {
  if (seen === undefined)
    throw new PeeringError(`Connection ${id} does not exist any more.`, { kind: "gone" });
  const reason = reasonToReplace(seen.status);
  if (reason === undefined) return;
  throw new PeeringError(`Connection ${id} (${nameOfPair(seen)}) ${reason}.`, {
    kind: GOING.has(seen.status) ? "gone" : "dead",
    remedy: "The next `pulumi up` replaces it.",
  });
}

/** Waits until nothing is under way on a connection, and answers how it looks then. Fails at once on a dead one. */
export async function settled(ref: Ref, enough: (seen: Peering) => boolean, work: Work): Promise<Peering> {
  const { cloud, context } = work;
  const startedAt = context.clock.now();
  const mayBeInvisible = (): boolean =>
    !work.ended.has(ref.id) && context.clock.now() - startedAt < INVISIBLE_MS;
  let notice: string | undefined;
  const waited = await waitUntil({
    ...context,
    sleep: (ms) => cloud.sleepUntilNews({ of: ref, ms }, context),
    observe: () => cloud.get(ref, context),
    until: (seen) => {
      if (seen?.notice !== notice) notify(seen, context);
      notice = seen?.notice;
      if (seen === undefined && mayBeInvisible()) return false;
      assertAlive(seen, ref.id);
      return SETTLED.has(seen.status) && enough(seen);
    },
    word: (seen) => seen?.status ?? "nothing",
    report: (seen) => {
      context.report(`waiting until ${ref.id} is ready: ${seen}`);
    },
  });
  if ("reached" in waited && waited.reached !== undefined) return waited.reached;
  const history = "timedOut" in waited ? waited.timedOut : "";
  throw timedOut(
    `Connection ${ref.id} did not become ready`,
    history,
    context,
    "Run `pulumi up` again to go on with it, or raise `customTimeouts`. If it stays pending, its accepter has to act.",
  );
}

/** Says what a user should know of a connection's state. */
export function notify(seen: Peering | undefined, row: Row): void {
  if (seen?.notice !== undefined) row.warn(`Connection ${seen.id}: ${seen.notice}`);
}

/** Waits until a connection is gone. */
export async function gone(ref: Ref, work: Work): Promise<void> {
  const { cloud, context } = work;
  const waited = await waitUntil({
    ...context,
    sleep: (ms) => cloud.sleepUntilNews({ of: ref, ms }, context),
    observe: () => cloud.get(ref, context),
    until: (seen) => seen === undefined || seen.status === "deleted",
    word: (seen) => seen?.status ?? "nothing",
    report: (seen) => {
      context.report(`waiting until ${ref.id} is gone: ${seen}`);
    },
  });
  if ("timedOut" in waited) {
    const remedy = "Run the same command again, or raise `customTimeouts`.";
    throw timedOut(`Connection ${ref.id} was not deleted`, waited.timedOut, context, remedy);
  }
  work.ended.add(ref.id);
}

/** A change of a connection, and what else counts as its success. */
export interface Change {
  ref: Ref;
  /** The VPCs that no other change may touch meanwhile. */
  sides: readonly Pick<Side, "vpcId">[];
  make: () => Promise<void>;
  /** Whether the connection is already as the change would make it. */
  done: (seen: Peering) => boolean;
  /** Whether another account may have made it only just now, so that it is not visible everywhere yet. */
  mayBeNew?: boolean;
}

/**
 * Makes a change, and where the connection's state stands in the way, waits for it to settle and tries again.
 * A settled state that refuses twice will not get out of the way by itself.
 */
export async function changing(
  { ref, sides, make, done, mayBeNew = false }: Change,
  work: Work,
): Promise<void> {
  let refusedIn: PeeringStatus | undefined;
  let mayBeInvisible = mayBeNew;
  for (;;) {
    try {
      await work.exclusively(sides, make);
      return;
    } catch (error) {
      if (isPeeringError(error, "gone") && mayBeInvisible) {
        await settled(ref, () => true, work);
        mayBeInvisible = false;
        continue;
      }
      if (!isPeeringError(error, "wrongState")) throw error;
      const seen = await work.cloud.get(ref, work.context);
      if (seen !== undefined && done(seen)) return;
      if (seen !== undefined && seen.status === refusedIn) throw error;
      refusedIn = (await settled(ref, () => true, work)).status;
    }
  }
}
