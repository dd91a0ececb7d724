import { accountOf } from "../../../model/account";
import { defined } from "../../../model/defined";
import { changedSince, withCleared } from "../../../model/difference";
import { isPeeringError, PeeringError } from "../../../model/errors";
import type { OwnerInputs } from "../../../model/owner";
import { markersOf, ownerOf } from "../../../model/owner";
import type { Owner, Peering } from "../../../model/peering";
import { nameOfPair } from "../../../model/peering";
import type { Properties, PropertyName } from "../../../model/properties";
import { PROPERTY_NAMES } from "../../../model/properties";
import { explained } from "../explained";
import type { Caller, Resource } from "../resource";
import { Unfinished } from "../resource";
import { STATE_VERSION } from "../stateVersion";
import { change } from "../steps/change";
import { withStoredKeys } from "../steps/staleKeysHint";
import { alive, notify } from "../steps/subject";
import { untilGone, untilSettled } from "../steps/wait";
import type { Operation } from "../timeouts";
import type { Work } from "../work";
import { changedInputs } from "./diff";
import type { WithEnds } from "./ends";
import { endsSeen, lacksEnds, rememberedEnds } from "./ends";
import { ensureConnection } from "./ensure";
import { markFound } from "./found";
import type { ConnectionInputs } from "./inputs";
import { propertiesIn } from "./inputs";
import { isMovedHere, otherOwner, unmarkedWarning, whoseMark } from "./marks";
import { declarerOf, specOf } from "./spec";
import type { ConnectionOutputs } from "./state";
import { clearOfRoutes } from "./leftRoutes";
import {
  describedBy,
  inputsOf,
  isAskedFor,
  isOnlyRead,
  isUnmarked,
  outputsOf,
  rememberedOf,
  unseen,
} from "./state";
import { isFinished, mayStayPending } from "./status";
import { connectionAt, deletionOf } from "./subject";
import { syncConnection } from "./sync";
import { takenOverBy, warnOfOther } from "./takeover";
import { warnOfWhatStays } from "./unchangeable";

type Operations = Pick<
  Resource<ConnectionInputs, ConnectionOutputs>,
  "create" | "update" | "read" | "delete"
>;

/** The life of a connection, seen from its requester: find or make it, wait until it settles, set what differs. */
export const connectionOperations: Operations = {
  async create(inputs, caller) {
    const work = await begin(inputs, "create", caller);
    const declarer = declarerOf(caller);
    const markers = markersOf(declarer);
    let made: { id: string } | undefined;
    try {
      await work.checkAccount(accountOf(inputs.requester));
      const spec = await specOf(inputs, declarer, work);
      const wanted = { spec, markers, declarer, adopt: inputs.adopt };
      const first = await ensureConnection(
        wanted,
        (id) => (made = id === undefined ? undefined : { id }),
        work,
      );
      warnOfWhatStays(first, spec, work);
      // The mark of a former name is replaced: if the resource of that name is deleted later, it must see that the connection is not its own any more.
      const { owner } = spec;
      const now = await untilReady(first, { inputs, properties: propertiesIn(inputs), owner }, work);
      const outs = outputsOf(inputs, now, markOn(now, owner, work));
      return { id: first.id, outs: { ...outs, ...(await endsOf(inputs, now, work)) } };
    } catch (error) {
      if (made === undefined) throw explained(`Cannot create the connection ${nameOfPair(inputs)}`, error);
      const properties = await halfMade(made.id, { outputs: inputs }, declarer, work);
      throw new Unfinished(made.id, properties, explained(`Connection ${made.id}`, error));
    }
  },

  async update(id, olds, news, caller) {
    const isMoved = isMovedHere(olds, caller.owner) || isUnmarked(olds);
    const isAsItWas = changedInputs(olds, news).every(({ effect }) => effect !== "inPlace");
    if (!isMoved && isFinished(olds) && isAsItWas && !lacksEnds(olds, news)) {
      return { ...news, ...rememberedOf(olds), ...rememberedEnds(olds, news) };
    }
    const work = await begin(news, "update", caller);
    await work.checkAccount(accountOf(news.requester));
    const declarer = declarerOf(caller);
    const kept = isMoved ? {} : defined({ marker: olds.marker });
    let written: Properties = {};
    try {
      const seen = alive(connectionOf(id, news, work), await observe(id, olds, work));
      const other = otherOwner(seen, olds, declarer);
      if (other !== undefined) warnOfOther(id, whoseMark(other, declarer), work);
      const owner = other ?? { ...ownerOf(declarer), ...kept };
      written = changedSince(propertiesIn(olds), propertiesIn(withCleared(olds, news, news.cloud)), seen);
      const now = await untilReady(seen, { inputs: news, properties: written, owner }, work);
      const marker = other === undefined ? markOn(now, owner, work) : (olds.marker ?? "");
      const ends = lacksEnds(olds, news) ? await endsOf(news, now, work) : rememberedEnds(olds, news);
      return { ...outputsOf(news, now, marker, written), ...ends };
    } catch (error) {
      // The old values stay in the outputs, so that the next diff still sees what was not done.
      const names = Object.keys(written) as PropertyName[];
      const properties = await halfMade(id, { outputs: olds, names }, declarer, work);
      throw new Unfinished(id, properties, explained(`Cannot update connection ${id}`, error));
    }
  },

  async read(id, props, caller) {
    if (isAskedFor(props)) await assertFindable(id, props, caller);
    const work = await begin(props, "read", caller);
    const seen = await withStoredKeys("refresh", () => observe(id, props, work));
    notify(connectionOf(id, props, work), seen, work.context);
    if (isOnlyRead(props)) return { props: describedBy(found(seen, id, props), props) };
    if (seen === undefined || seen.status === "deleted") {
      work.context.warn(
        `Connection ${id} was deleted outside of this stack. The next \`pulumi up\` makes a new one.`,
      );
      return undefined;
    }
    const other = otherOwner(seen, props, caller.owner);
    if (other !== undefined) warnOfOther(id, whoseMark(other, caller.owner), work);
    const marker = props.marker ?? markSeen(props, seen, caller);
    const ends = await endsOf(props, seen, work);
    return { props: { ...outputsOf(props, seen, marker), ...ends }, inputs: inputsOf(props, seen) };
  },

  async delete(id, props, caller) {
    const work = await begin(props, "delete", caller);
    const { requester, accepter, forceDelete: force = false } = props;
    const seed = { marker: props.marker ?? id, attempt: 0 };
    const subject = connectionOf(id, props, work);
    const deletion = deletionOf({ id, region: requester.region, seed, force }, [requester, accepter], work);
    try {
      await withStoredKeys("destroy", async () => {
        await work.checkAccount(accountOf(requester));
        const other = await takenOverBy(subject, props, caller);
        if (other !== undefined) {
          work.context.warn(
            `Connection ${id} is left as it is: it bears the mark of ${other}, which has taken it over.`,
          );
          return;
        }
        const doomed = { id, props, owner: caller.owner };
        await clearOfRoutes(doomed, () => change(subject, deletion, work), work);
        await untilGone(subject, work);
      });
    } catch (error) {
      if (!isPeeringError(error, "gone")) throw explained(`Cannot delete connection ${id}`, error);
      // With another account's keys everything looks gone, so that is ruled out.
      await work.checkAccount(props.account);
    }
  },
};

/** The mark to remember where the state has none. */
function markSeen({ cloud }: ConnectionInputs, seen: Peering, { owner }: Caller): string | undefined {
  return owner === undefined ? (seen.owner?.marker ?? "") : markFound(seen, owner, cloud);
}

/** The blocks of the two VPCs, if routes need them: as far as the requester's keys see them. */
async function endsOf(inputs: WithEnds, seen: Peering, work: Work): Promise<WithEnds> {
  return await endsSeen(inputs, seen, "requester", work);
}

/** The mark to store: the one that the connection bears. If it bears a former owner's and has no room for another, it is the own one. */
function markOn(seen: Peering, owner: Owner, { cloud, context }: Work): string {
  const warning = unmarkedWarning(owner, seen, cloud.name);
  if (warning !== undefined) context.warn(warning);
  return warning === undefined ? (seen.owner?.marker ?? owner.marker) : owner.marker;
}

async function begin(
  { cloud, requester }: ConnectionInputs,
  operation: Operation,
  caller: Caller,
): Promise<Work> {
  return await caller.session.begin({ cloud, operation, region: requester.region }, caller);
}

/** A connection, spoken to from its requester's side. */
function connectionOf(id: string, { requester }: ConnectionInputs, work: Work) {
  return connectionAt({ id, region: requester.region }, work);
}

/** Nothing checks the inputs of what is only read but this. */
async function assertFindable(id: string, asked: ConnectionOutputs, { session }: Caller): Promise<void> {
  const { module } = await session.open(asked.cloud);
  const complaints = module.complaints.existing({ ...asked, id });
  if (complaints.length > 0) throw new PeeringError(complaints.join(" "), { kind: "invalid" });
}

function found(seen: Peering | undefined, id: string, { requester }: ConnectionOutputs): Peering {
  if (seen !== undefined) return seen;
  throw new PeeringError(`There is no connection ${id} that these keys can see in ${requester.region}.`, {
    kind: "gone",
    remedy: "Check the id, the region and the provider instance.",
  });
}

/** The connection as it is now. With another account's keys everything looks gone, so that is ruled out. */
async function observe(id: string, known: ConnectionOutputs, work: Work): Promise<Peering | undefined> {
  const seen = await connectionOf(id, known, work).observe();
  if (seen === undefined) await work.checkAccount(known.account);
  return seen;
}

/** What a connection is to become: where it counts as made, what is set on it, and whose mark it bears. */
interface Goal {
  inputs: ConnectionInputs;
  properties: Properties;
  owner: Owner;
}

/** Waits until the connection is where it should be, and is what it is to become. */
async function untilReady(seen: Peering, { inputs, properties, owner }: Goal, work: Work): Promise<Peering> {
  const ref = { id: seen.id, region: inputs.requester.region };
  const isEnough = ({ status, requester, accepter }: Peering): boolean =>
    status === "active" ||
    (status === "pending" && mayStayPending(inputs.waitFor, requester.account, accepter.account));
  const now = isEnough(seen) ? seen : await untilSettled(connectionAt(ref, work), work, isEnough);
  return await syncConnection(now, { ref, properties, owner }, work);
}

/** What is known of a connection, and which of its properties were being set. */
interface Known {
  outputs: ConnectionOutputs;
  names?: readonly PropertyName[];
}

/** What to keep of a connection whose making or changing failed, after one more look at it if that is possible. */
async function halfMade(
  id: string,
  { outputs, names = PROPERTY_NAMES }: Known,
  declarer: OwnerInputs,
  work: Work,
): Promise<ConnectionOutputs> {
  const marker = outputs.marker ?? ownerOf(declarer).marker;
  try {
    const seen = await observe(id, outputs, work);
    if (seen === undefined) return { ...outputs, stateVersion: STATE_VERSION, status: "deleted", marker };
    const borne = outputs.marker ?? seen.owner?.marker ?? marker;
    return outputsOf(outputs, seen, borne, propertiesIn(outputs, names));
  } catch {
    return unseen(outputs);
  }
}
