import { defined } from "../../../model/defined";
import { isPeeringError, PeeringError } from "../../../model/errors";
import type { Owner, Peering } from "../../../model/peering";
import type { Properties } from "../../../model/properties";
import { changeable, difference } from "../../../model/difference";
import { factsOf } from "../../../model/clouds";
import type { Ref } from "../../clouds/cloud";
import { duration } from "../../../io/clock";
import { verbOf } from "../../clouds/verbs";
import type { Work } from "../session";
import { changing, settled } from "./settle";

/** How often a change may turn out to have been swallowed before it is an error. */
const MOST_ATTEMPTS = 8;

/**
 * Changes a connection in place until it is as declared, from the side whose keys these are. What a cloud does
 * not change while the connection waits for its acceptance is left for later, with a warning: failing would
 * keep the acceptance from being given. The cloud may answer a change with the memory of an earlier, equal one
 * and do nothing; then the next attempt asks under another token.
 */
export async function sync(
  seen: Peering,
  properties: Properties,
  owner: Owner | undefined,
  work: Work,
  region = seen.requester.region,
): Promise<Peering> {
  const { cloud, context } = work;
  const ref = { id: seen.id, region };
  const declared = changeable({ ...properties, ...defined({ owner }) }, cloud.name);
  const marker = owner?.marker ?? seen.id;
  let now = seen;
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
    const change = difference(declared, now);
    if (change === undefined) return now;
    context.report(`changing ${[...Object.keys(change.set), ...tagWord(change)].join(", ")}`);
    try {
      await changing(
        {
          ref,
          sides: [now.requester, now.accepter],
          make: () =>
            verbOf(cloud, "update")({ ...ref, difference: change, seed: { marker, attempt } }, context),
          done: (later) => difference(declared, later) === undefined,
        },
        work,
      );
    } catch (error) {
      if (!isPeeringError(error, "wrongState") || now.status !== "pending") throw error;
      context.warn(
        `${Object.keys(change.set).join(", ")} can only be changed once the connection is accepted. The next \`pulumi up\` after that does it.`,
      );
      return now;
    }
    now = await settledPatiently(ref, (later) => difference(declared, later) === undefined, work);
  }
  throw new PeeringError(
    `Connection ${seen.id} was asked ${MOST_ATTEMPTS} times in ${duration(context.deadline.elapsed())} to change, said yes each time, and did not.`,
    {
      kind: "unknown",
      cloud: cloud.name,
      remedy: "Run `pulumi up` again; if it stays so, change it in the console.",
    },
  );
}

/** How long a change may take to show before it counts as swallowed, on clouds that have no tokens to answer from. */
const UNSEEN_MS = 5_000;

/** Between regions a change may take a moment to show, so not seen at once means nothing yet. */
async function settledPatiently(ref: Ref, isDone: (seen: Peering) => boolean, work: Work): Promise<Peering> {
  const { clock } = work.context;
  const startedAt = clock.now();
  for (let pause = 250; ; pause *= 2) {
    const seen = await settled(ref, () => true, work);
    const isTooLate = clock.now() - startedAt >= UNSEEN_MS;
    if (isDone(seen) || factsOf(work.cloud.name).hasClientTokens || isTooLate) return seen;
    await clock.sleep(pause);
  }
}

function tagWord({ setTags, dropTags }: { setTags: object; dropTags: string[] }): string[] {
  return Object.keys(setTags).length + dropTags.length === 0 ? [] : ["tags"];
}
