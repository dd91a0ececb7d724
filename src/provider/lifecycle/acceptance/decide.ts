import { accountOf } from "../../../model/account";
import { defined } from "../../../model/defined";
import { changedSince } from "../../../model/difference";
import { PeeringError } from "../../../model/errors";
import type { OwnerInputs } from "../../../model/owner";
import { ownerOf } from "../../../model/owner";
import type { Peering } from "../../../model/peering";
import type { Ref } from "../../clouds/cloud";
import { verbOf } from "../../clouds/verbs";
import { connectionAt } from "../connection/subject";
import { syncConnection } from "../connection/sync";
import { change } from "../steps/change";
import { untilSettled } from "../steps/wait";
import type { Work } from "../work";
import { awaitRequest } from "./awaitRequest";
import { assertExpected } from "./expected";
import type { AcceptanceInputs, Labels } from "./inputs";
import { labelsIn, wantedStatus } from "./inputs";

/** A decision to make: by whom, about which connection, and what is left of an earlier one. */
export interface Decision {
  inputs: AcceptanceInputs;
  owner: OwnerInputs | undefined;
  /** The connection's id, if it is known. */
  id: string | undefined;
  /** What an earlier run said of the connection on the accepter's side. Of tags, those that are not declared any more are taken off. */
  labelsBefore: Labels;
}

/**
 * Finds the request if need be, checks it, decides, and waits for what comes of it. `learn` is told the id as soon as
 * it is known.
 */
export async function decide(decision: Decision, learn: (id: string) => void, work: Work): Promise<Peering> {
  const { inputs, id, labelsBefore } = decision;
  await work.checkAccount(accountOf(inputs.accepter));
  const request = await untilAsked(id, inputs, work);
  const ref = { id: request?.id ?? id ?? "", region: inputs.accepter.region };
  learn(ref.id);
  if (request?.status !== wantedStatus(inputs)) await acceptOrReject(ref, decision, request, work);
  const seen = await untilDecided(ref, inputs, request, work);
  const labels = { ...(labelsBefore.tags === undefined ? {} : { tags: {} }), ...labelsIn(inputs) };
  // Tags that others gave stay: whether both sides see one set of tags is for the cloud to decide.
  return await syncConnection(seen, { ref, properties: changedSince(labelsBefore, labels, seen) }, work);
}

/** Waits for the request, where there is something to check or to find out about it, and answers it. */
async function untilAsked(
  id: string | undefined,
  inputs: AcceptanceInputs,
  work: Work,
): Promise<Peering | undefined> {
  const { requester, accepter, expect = {}, decision, pendingTimeout } = inputs;
  const { vpcId, region } = accepter;
  const mayBeRejected = decision === "reject";
  if (id === undefined && requester !== undefined && vpcId !== undefined) {
    const awaited = { requester, accepter: { vpcId, region }, expect, mayBeRejected };
    return await awaitRequest({ ...awaited, ...defined({ pendingTimeout }) }, work);
  }
  if (id === undefined || decision === undefined) return undefined;
  const subject = connectionAt({ id, region }, work);
  // An earlier run may have rejected it and died before it could say so.
  const earlier = mayBeRejected ? await subject.observe() : undefined;
  const seen = earlier?.status === "rejected" ? earlier : await untilSettled(subject, work);
  assertExpected(seen, expect);
  return seen;
}

async function acceptOrReject(
  ref: Ref,
  { inputs, owner }: Decision,
  request: Peering | undefined,
  work: Work,
): Promise<void> {
  const isReject = inputs.decision === "reject";
  if (isReject && request?.status === "active") {
    throw new PeeringError("It is active already, and an active connection cannot be rejected.", {
      kind: "wrongState",
      remedy: 'End it with `onDelete: "delete"` and `pulumi destroy`, or ask the requester to.',
    });
  }
  const { cloud, context } = work;
  const seed = { marker: owner === undefined ? ref.id : ownerOf(owner).marker, attempt: 0 };
  await change(
    connectionAt(ref, work),
    {
      sides: request === undefined ? vpcsIn(inputs) : [request.requester, request.accepter],
      make: () => verbOf(cloud, isReject ? "reject" : "accept")({ ...ref, seed }, context),
      isDone: ({ status }) => status === wantedStatus(inputs) || (!isReject && status === "updating"),
      mayBeNew: true,
    },
    work,
  );
}

/** Waits until the decision shows, and answers the connection as it is then. */
async function untilDecided(
  ref: Ref,
  inputs: AcceptanceInputs,
  request: Peering | undefined,
  work: Work,
): Promise<Peering> {
  const subject = connectionAt(ref, work);
  if (inputs.decision !== "reject") {
    return await untilSettled(subject, work, ({ status }) => status === "active");
  }
  const seen = await subject.observe();
  if (seen !== undefined) return seen;
  // A rejected connection may not be shown to who rejected it.
  if (request !== undefined) return { ...request, status: "rejected" };
  throw new PeeringError(`Connection ${ref.id} does not exist any more.`, { kind: "gone" });
}

function vpcsIn({ requester, accepter }: AcceptanceInputs): { vpcId: string }[] {
  return [requester?.vpcId, accepter.vpcId]
    .filter((vpcId) => vpcId !== undefined)
    .map((vpcId) => ({ vpcId }));
}
