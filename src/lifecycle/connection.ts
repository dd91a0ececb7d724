import { defined } from "../model/defined";
import { isPeeringError, PeeringError } from "../model/errors";
import type { ConnectionSpec, Peering } from "../model/peering";
import { nameOfPair } from "../model/peering";
import { GOING } from "../model/status";
import { changedInputs, diffConnection, finished, mayStayPending } from "./diff";
import type { Hooks } from "./hooks";
import { Unfinished } from "./hooks";
import { ensure } from "./ensure";
import type { Work } from "./session";
import { assertAlive, changing, gone, settled } from "./settle";
import type { ConnectionInputs, ConnectionOutputs } from "./state";
import { accountOf, assertReadable, declaredOf, inputsOf, outputsOf, ownerOf, sideOf } from "./state";
import { sync } from "./sync";

/** The lifecycle of a connection, seen from its requester: observe, ensure, settle, sync, return. */
export const connectionHooks: Hooks<ConnectionInputs, ConnectionOutputs> = {
  async check(inputs, session) {
    const { module } = await session.open(inputs.cloud);
    const named = { ...inputs, name: inputs.name ?? module.defaultName(nameInUrn(ownerInputs(inputs).urn)) };
    return { inputs: named, complaints: module.complaints({ ...named }) };
  },

  diff(_id, olds, news) {
    assertReadable(olds);
    return diffConnection(olds, news);
  },

  async create(inputs, session, report) {
    const work = await session.begin(inputs, "create", report);
    await work.checkAccount(accountOf(inputs.requester));
    const spec = await specOf(inputs, work);
    const markers = [spec.owner.marker, ...formerMarkers(inputs)];
    let id: string | undefined;
    const learn = (learnt: string | undefined): void => void (id = learnt);
    try {
      const first = await ensure({ spec, markers, adopt: inputs.adopt }, learn, work);
      const marker = first.owner?.marker ?? spec.owner.marker;
      return { id: first.id, outs: outputsOf(inputs, await ready(first, inputs, spec, work), marker) };
    } catch (error) {
      if (id === undefined) throw told(`Cannot create the connection ${nameOfPair(spec)}`, error);
      throw new Unfinished(
        id,
        await halfMade(id, inputs, spec.owner.marker, work),
        told(`Connection ${id}`, error),
      );
    }
  },

  async update(id, olds, news, session, report) {
    assertReadable(olds);
    if (
      finished(olds) &&
      changedInputs(olds, news).every(({ effect }) => effect === "stateOnly" || effect === "none")
    ) {
      return { ...news, ...observedParts(olds) };
    }
    const work = await session.begin(news, "update", report);
    const spec = await specOf(news, work);
    const marker = olds.marker ?? spec.owner.marker;
    try {
      await work.checkAccount(accountOf(news.requester));
      const seen = await work.cloud.get({ id, region: news.requester.region }, work.call);
      assertAlive(seen, id);
      const cleared: ConnectionInputs = olds.tags === undefined ? news : { ...news, tags: news.tags ?? {} };
      const now = await ready(seen, cleared, { ...spec, owner: { ...spec.owner, marker } }, work);
      return outputsOf(news, now, marker);
    } catch (error) {
      // The old values stay in the outputs, so that the next diff still sees what was not done.
      throw new Unfinished(
        id,
        await halfMade(id, olds, marker, work),
        told(`Cannot update connection ${id}`, error),
      );
    }
  },

  async read(id, props, session, report) {
    assertReadable(props);
    const work = await session.begin(props, "read", report);
    const seen = await work.cloud.get({ id, region: props.requester.region }, work.call);
    if (seen === undefined || seen.status === "deleted") {
      // With another account's keys everything looks gone.
      await work.checkAccount(props.account);
      return undefined;
    }
    const marker = props.marker ?? seen.owner?.marker ?? "";
    return { props: outputsOf(props, seen, marker), inputs: inputsOf(props, seen) };
  },

  async delete(id, props, session, report) {
    assertReadable(props);
    const work = await session.begin(props, "delete", report);
    const ref = { id, region: props.requester.region };
    const seed = { marker: props.marker ?? id, attempt: 0 };
    try {
      await work.checkAccount(accountOf(props.requester));
      await changing(
        {
          ref,
          sides: [props.requester, props.accepter],
          make: () => work.cloud.delete(ref, { force: props.forceDelete === true }, seed, work.call),
          done: (seen) => GOING.has(seen.status),
        },
        work,
      );
      await gone(ref, work);
    } catch (error) {
      if (!isPeeringError(error, "gone")) throw told(`Cannot delete connection ${id}`, error);
      // With another account's keys everything looks gone.
      await work.checkAccount(props.account);
    }
  },
};

/** What is asked of the cloud. The accepter's account is the requester's own unless declared. */
async function specOf(inputs: ConnectionInputs, { cloud, call }: Work): Promise<ConnectionSpec> {
  const own = accountOf(inputs.requester) ?? "";
  const accepterAccount =
    accountOf(inputs.accepter) ?? (own === "" ? (await cloud.whoAmI(call)).account : own);
  return {
    ...declaredOf(inputs),
    requester: sideOf(inputs.requester, own),
    accepter: sideOf(inputs.accepter, accepterAccount),
    owner: ownerOf(ownerInputs(inputs)),
  };
}

function ownerInputs({ __owner }: ConnectionInputs): NonNullable<ConnectionInputs["__owner"]> {
  if (__owner !== undefined) return __owner;
  throw new PeeringError("A connection cannot be made without an owner.", {
    kind: "invalid",
    remedy: "Use the VpcPeering component, which says whose it is.",
  });
}

/** `urn:pulumi:stack::project::type::name`: the resource's own name. */
function nameInUrn(urn: string): string {
  return urn.split("::").slice(3).join("::");
}

function formerMarkers(inputs: ConnectionInputs): string[] {
  const { formerUrns = [], ...owner } = ownerInputs(inputs);
  return formerUrns.map((urn) => ownerOf({ ...owner, urn }).marker);
}

/** Waits until the connection is where it should be, and is what is declared. */
async function ready(
  seen: Peering,
  inputs: ConnectionInputs,
  spec: ConnectionSpec,
  work: Work,
): Promise<Peering> {
  const ref = { id: seen.id, region: spec.requester.region };
  const enough = ({ status }: Peering): boolean =>
    status === "active" || mayStayPending(inputs.waitFor, seen.requester.account, seen.accepter.account);
  const isThere = (status: Peering["status"]): boolean => status === "active" || status === "pending";
  const now = isThere(seen.status) && enough(seen) ? seen : await settled(ref, enough, work);
  return await sync(now, declaredOf(inputs), spec.owner, work);
}

/** What to keep of a connection whose making failed, after one more look at it if that is possible. */
async function halfMade(
  id: string,
  inputs: ConnectionInputs,
  marker: string,
  work: Work,
): Promise<ConnectionOutputs> {
  const unknown: ConnectionOutputs = { ...inputs, stateVersion: 1, status: "creating", marker };
  try {
    const seen = await work.cloud.get({ id, region: inputs.requester.region }, work.call);
    return seen === undefined ? { ...unknown, status: "deleted" } : outputsOf(inputs, seen, marker);
  } catch {
    return unknown;
  }
}

function observedParts({
  stateVersion,
  status,
  marker,
  account,
}: ConnectionOutputs): Partial<ConnectionOutputs> {
  return defined({ stateVersion, status, marker, account });
}

/** The same failure, with what it was about. */
function told(what: string, error: unknown): unknown {
  return isPeeringError(error) ? error.within(what) : error;
}
