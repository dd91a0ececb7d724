import { isPeeringError } from "../../../model/errors";
import type { Side } from "../../../model/peering";
import type { Work } from "../work";
import type { Seen, Subject } from "./subject";
import { untilSettled } from "./wait";

/** A change of a thing, and what else counts as its success. */
export interface Change<T extends Seen> {
  /** The VPCs that no other change may touch meanwhile. */
  sides: readonly Pick<Side, "vpcId">[];
  make: () => Promise<void>;
  /** Whether the thing is already as the change would make it. */
  isDone: (seen: T) => boolean;
  /** Whether another account may have made the thing only just now, so that it is not visible everywhere yet. */
  mayBeNew?: boolean;
}

/**
 * Makes a change. If the state of the thing stands in the way, it waits until the thing settles, and tries again.
 * If the change is refused twice in the same settled state, that state will not get out of the way by itself.
 */
export async function change<T extends Seen>(
  subject: Subject<T>,
  { sides, make, isDone, mayBeNew = false }: Change<T>,
  work: Work,
): Promise<void> {
  let refusedIn: string | undefined;
  let mayBeInvisible = mayBeNew;
  for (;;) {
    try {
      await work.exclusively(sides, make);
      return;
    } catch (error) {
      if (isPeeringError(error, "gone") && mayBeInvisible) {
        await untilSettled(subject, work);
        mayBeInvisible = false;
        continue;
      }
      if (!isPeeringError(error, "wrongState")) throw error;
      const seen = await subject.observe();
      if (seen !== undefined && isDone(seen)) return;
      if (seen !== undefined && seen.status === refusedIn) throw error;
      refusedIn = (await untilSettled(subject, work)).status;
    }
  }
}
