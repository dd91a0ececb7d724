import { PeeringError } from "../../../model/errors";
import type { Peering } from "../../../model/peering";
import { nameOfPair } from "../../../model/peering";
import { GOING, SETTLED } from "../../../model/status";
import type { DeleteRequest, Ref } from "../../clouds/cloud";
import type { Change } from "../steps/change";
import type { Subject } from "../steps/subject";
import type { Work } from "../work";
import { reasonToReplace } from "./status";

/** A connection, as the steps look at it and wait for it. */
export function connectionAt({ id, region }: Ref, { cloud, context }: Work): Subject<Peering> {
  const ref = { id, region };
  return {
    id,
    title: `Connection ${id}`,
    observe: () => cloud.get(ref, context),
    sleep: (ms) => cloud.sleepUntilNews({ of: ref, ms }, context),
    lost: (seen) => lossOf(seen, id),
    isSettled: ({ status }) => SETTLED.has(status),
    isGone: ({ status }) => status === "deleted",
    hint: "If it stays pending, its accepter has to act.",
  };
}

function lossOf(seen: Peering | undefined, id: string): PeeringError | undefined {
  if (seen === undefined)
    return new PeeringError(`Connection ${id} does not exist any more.`, { kind: "gone" });
  const reason = reasonToReplace(seen.status);
  if (reason === undefined) return undefined;
  return new PeeringError(`Connection ${id} (${nameOfPair(seen)}) ${reason}.`, {
    kind: GOING.has(seen.status) ? "gone" : "dead",
    remedy: "The next `pulumi up` replaces it.",
  });
}

/** The deletion of a connection. One that is going already is as good. */
export function deletionOf(
  request: DeleteRequest,
  sides: Change<Peering>["sides"],
  { cloud, context }: Work,
): Change<Peering> {
  return {
    sides,
    make: () => cloud.delete(request, context),
    isDone: ({ status }) => GOING.has(status),
  };
}
