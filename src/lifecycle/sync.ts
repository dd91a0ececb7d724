import { PeeringError } from "../model/errors";
import type { Owner, Peering, Properties } from "../model/peering";
import { difference } from "../model/properties";
import { duration } from "../io/clock";
import type { Work } from "./session";
import { changing, settled } from "./settle";

/** How often a change may turn out to have been swallowed before it is an error. */
const MOST_ATTEMPTS = 8;

/**
 * Changes a connection in place until it is as declared. The cloud may answer a change with the memory of an
 * earlier, equal one and do nothing; then the next attempt asks under another token.
 */
export async function sync(seen: Peering, declared: Properties, owner: Owner, work: Work): Promise<Peering> {
  const { cloud, call } = work;
  const ref = { id: seen.id, region: seen.requester.region };
  let now = seen;
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
    const change = difference(declared, now);
    if (change === undefined) return now;
    call.report(`changing ${[...Object.keys(change.set), ...tagWord(change)].join(", ")}`);
    await changing(
      {
        ref,
        sides: [now.requester, now.accepter],
        make: () => cloud.update(ref, change, { marker: owner.marker, attempt }, call),
        done: (later) => difference(declared, later) === undefined,
      },
      work,
    );
    now = await settled(ref, () => true, work);
  }
  throw new PeeringError(
    `Connection ${seen.id} was asked ${MOST_ATTEMPTS} times in ${duration(call.deadline.elapsed())} to change, said yes each time, and did not.`,
    {
      kind: "unknown",
      cloud: cloud.name,
      remedy: "Run `pulumi up` again; if it stays so, change it in the console.",
    },
  );
}

function tagWord({ setTags, dropTags }: { setTags: object; dropTags: string[] }): string[] {
  return Object.keys(setTags).length + dropTags.length === 0 ? [] : ["tags"];
}
