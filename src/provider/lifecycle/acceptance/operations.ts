import { accountOf } from "../../../model/account";
import { defined } from "../../../model/defined";
import { isPeeringError } from "../../../model/errors";
import type { Peering } from "../../../model/peering";
import { verbOf } from "../../clouds/verbs";
import type { WithEnds } from "../connection/ends";
import { endsSeen, lacksEnds, rememberedEnds } from "../connection/ends";
import { connectionAt, deletionOf } from "../connection/subject";
import { explained } from "../explained";
import { isSame } from "../isSame";
import type { Resource } from "../resource";
import { Unfinished } from "../resource";
import { STATE_VERSION } from "../stateVersion";
import { change } from "../steps/change";
import { withStoredKeys } from "../steps/staleKeysHint";
import { untilGone } from "../steps/wait";
import type { Work } from "../work";
import { decide } from "./decide";
import type { AcceptanceInputs } from "./inputs";
import { labelsIn, wantedStatus } from "./inputs";
import type { AcceptanceOutputs } from "./state";
import { outputsOf } from "./state";

type Operations = Pick<
  Resource<AcceptanceInputs, AcceptanceOutputs>,
  "create" | "update" | "read" | "delete"
>;

/** The life of an acceptance, by the accepter's keys. */
export const acceptanceOperations: Operations = {
  async create(inputs, caller) {
    const { cloud, accepter, connectionId } = inputs;
    const task = { cloud, operation: "create", region: accepter.region } as const;
    const work = await caller.session.begin(task, caller);
    const decision = { inputs, owner: caller.owner, id: connectionId, labelsBefore: {} };
    let id = connectionId;
    try {
      const seen = await decide(decision, (found) => (id = found), work);
      const ends = await endsOf(inputs, seen, work);
      return { id: seen.id, outs: { ...outputsOf(inputs, seen), ...ends } };
    } catch (error) {
      throw failed(inputs, id, error);
    }
  },

  async update(id, olds, news, caller) {
    const status = wantedStatus(news);
    const before = labelsIn(olds.standalone ?? {});
    const isDecided = olds.status === status && isSame(before, labelsIn(news));
    if (isDecided && !lacksEnds(olds, news)) {
      return { ...outputsOf(news, { status, requester: olds.peer }), ...rememberedEnds(olds, news) };
    }
    const { cloud, accepter } = news;
    const task = { cloud, operation: "update", region: accepter.region } as const;
    const work = await caller.session.begin(task, caller);
    const decision = { inputs: news, owner: caller.owner, id, labelsBefore: before };
    try {
      const ref = { id, region: accepter.region };
      const decided = isDecided ? await connectionAt(ref, work).observe() : undefined;
      const seen = decided ?? (await decide(decision, () => undefined, work));
      return { ...outputsOf(news, seen), ...(await endsOf(news, seen, work)) };
    } catch (error) {
      // The old labels and blocks stay in the outputs, so that the next diff still sees what was not done.
      const { tags: _tags, resourceGroupId: _group, __routed: _routed, ...rest } = news;
      const { __routed, __ends, peer } = olds;
      const undone = outputsOf({ ...rest, ...before }, { status: "pending", requester: peer });
      throw new Unfinished(id, { ...undone, ...defined({ __routed, __ends }) }, failed(news, id, error));
    }
  },

  async read(id, props, caller) {
    const { cloud, region } = props;
    const work = await caller.session.begin({ cloud, operation: "read", region }, caller);
    const seen = await withStoredKeys("refresh", () => observe(id, props, work));
    if (seen === undefined || seen.status === "deleted") return undefined;
    const ends = await endsOf(props, seen, work);
    return { props: { ...props, stateVersion: STATE_VERSION, status: seen.status, ...ends } };
  },

  /** In a `VpcPeering` the connection's own resource deletes it. An acceptance itself cannot be taken back. */
  async delete(id, props, caller) {
    const { cloud, region, standalone } = props;
    const onDelete = standalone?.onDelete ?? "keep";
    if (onDelete === "keep") return;
    const work = await caller.session.begin({ cloud, operation: "delete", region }, caller);
    try {
      const end = onDelete === "reject" ? rejectRequest : endConnection;
      await withStoredKeys("destroy", () => end(id, props, work));
    } catch (error) {
      if (!isPeeringError(error, "gone")) throw explained(`Cannot end connection ${id}`, error);
    }
  },
};

/** The blocks of the two VPCs, if routes need them: as far as the accepter's keys see them. */
async function endsOf(inputs: WithEnds, seen: Peering, work: Work): Promise<WithEnds> {
  return await endsSeen(inputs, seen, "accepter", work);
}

function failed({ decision = "accept" }: AcceptanceInputs, id: string | undefined, error: unknown): unknown {
  return explained(`Cannot ${decision} connection ${id ?? "by its VPCs"}`, error);
}

/** The connection as it is now. With another account's keys everything looks gone, so that is ruled out where it can be. */
async function observe(
  id: string,
  { region, standalone }: AcceptanceOutputs,
  work: Work,
): Promise<Peering | undefined> {
  const seen = await connectionAt({ id, region }, work).observe();
  if (seen === undefined) await work.checkAccount(accountOf(standalone?.accepter ?? {}));
  return seen;
}

/** Rejects what is still a request. */
async function rejectRequest(id: string, props: AcceptanceOutputs, work: Work): Promise<void> {
  const { cloud, context } = work;
  const seen = await observe(id, props, work);
  if (seen === undefined) return;
  if (seen.status === "pending") {
    await verbOf(cloud, "reject")({ id, region: props.region, seed: { marker: id, attempt: 0 } }, context);
  } else {
    context.warn(`Connection ${id} is ${seen.status} and stays so: only a pending one can be rejected.`);
  }
}

/** Deletes a connection from its accepter's side, and waits until it is gone. */
async function endConnection(id: string, props: AcceptanceOutputs, work: Work): Promise<void> {
  const { region } = props;
  const subject = connectionAt({ id, region }, work);
  const seen = await observe(id, props, work);
  if (seen === undefined) return;
  const request = { id, region, seed: { marker: id, attempt: 0 }, force: false };
  await change(subject, deletionOf(request, [seen.requester, seen.accepter], work), work);
  await untilGone(subject, work);
}
