import { randomInt } from "node:crypto";
import { isPeeringError, PeeringError } from "../../../model/errors";
import type { Peering } from "../../../model/peering";
import { nameOfPair } from "../../../model/peering";
import { change } from "../steps/change";
import type { Making, Verdict } from "../steps/ensure";
import { ensure } from "../steps/ensure";
import { untilGone } from "../steps/wait";
import type { Work } from "../work";
import type { Wanted } from "./judge";
import { isOurs, judge, notOurs } from "./judge";
import { connectionAt, deletionOf } from "./subject";

/** Finds or creates the one connection that is wanted. `learn` is told its id as soon as there is one. */
export async function ensureConnection(
  wanted: Wanted,
  learn: (id: string | undefined) => void,
  work: Work,
): Promise<Peering> {
  return await ensure(makingOf(wanted, work), learn, work);
}

function makingOf(wanted: Wanted, work: Work): Making<Peering> {
  const { spec, adopt } = wanted;
  const { cloud, context } = work;
  const { marker } = spec.owner;
  const sides = [spec.requester, spec.accepter];
  // A token of an earlier life of this stack is answered with the connection of then. So each create begins with
  // another number; what a create that died has left is found by its mark. A cloud that cannot look begins with 0.
  const firstAttempt = cloud.find === undefined ? 0 : randomInt(2 ** 31);
  const refOf = (id: string) => ({ id, region: spec.requester.region });
  return {
    canLook: cloud.find !== undefined || typeof adopt === "string",
    isRepeatable: cloud.createIsRepeatable,
    verdict: () => verdictOf(wanted, work),
    create: (attempt) =>
      work.exclusively(sides, () =>
        cloud.create({ spec, seed: { marker, attempt: firstAttempt + attempt } }, context),
      ),
    async remove(id) {
      const subject = connectionAt(refOf(id), work);
      const request = { ...refOf(id), seed: { marker, attempt: 0 }, force: false };
      await change(subject, deletionOf(request, sides, work), work).catch((error: unknown) => {
        if (!isPeeringError(error, "gone")) throw error;
      });
      await untilGone(subject, work);
    },
    subject: (id) => connectionAt(refOf(id), work),
    // The answer to an equal request of long ago may be a connection that somebody has taken over since.
    isForeign: (seen) => seen.owner !== undefined && !isOurs(seen, wanted),
    refusal: (seen) => notOurs(seen, wanted),
    exhausted: (attempts) =>
      new PeeringError(
        `Connection ${nameOfPair(spec)} could not be created: ${attempts} attempts ended in connections that do not exist any more.`,
        {
          kind: "unknown",
          cloud: cloud.name,
          remedy: "Look for these VPCs' connections in the cloud's console.",
        },
      ),
  };
}

/** Looks for connections between the two VPCs, or for the one to adopt, and judges them. */
async function verdictOf(wanted: Wanted, work: Work): Promise<Verdict<Peering>> {
  const { spec, adopt } = wanted;
  const verdict = judge(await candidates(wanted, work), wanted);
  if (verdict !== undefined || typeof adopt !== "string") return verdict;
  throw new PeeringError(`There is no connection ${adopt} between ${nameOfPair(spec)} to adopt.`, {
    kind: "invalid",
    remedy: "Check `adopt`, or leave it out to create a new connection.",
  });
}

async function candidates({ spec, adopt }: Wanted, { cloud, context }: Work): Promise<Peering[]> {
  if (typeof adopt !== "string") return (await cloud.find?.(spec, context)) ?? [];
  const named = await cloud.get({ id: adopt, region: spec.requester.region }, context);
  return named === undefined ? [] : [named];
}
