import { defined } from "../../../model/defined";
import { isPeeringError, PeeringError } from "../../../model/errors";
import type { ConnectionSpec, Owner, Peering, Side } from "../../../model/peering";
import { accountKeyOf } from "../../../model/account";
import { nameOfPair } from "../../../model/peering";
import { withCleared } from "../../../model/difference";
import { GOING } from "../../../model/status";
import { isKnown } from "../../../model/unknown";
import { changedInputs, diffConnection, finished, mayStayPending, refusedChanges } from "./diff";
import type { Checked, Hooks } from "../resource";
import { Unfinished } from "../resource";
import { lackedByConnection } from "../lackedVerbs";
import { ensure } from "../steps/ensure";
import { warnOfWhatStays } from "../steps/unchangeable";
import type { Planned } from "../preflight/preflight";
import type { Session, Work } from "../session";
import { SILENT } from "../session";
import { assertAlive, changing, gone, notify, settled } from "../steps/settle";
import type { ConnectionInputs, ConnectionOutputs, Observed, SideInputs } from "./state";
import { accountOf } from "../../../model/account";
import { declaredOf, inputsOf, outputsOf, sideOf, STATE_VERSION } from "./state";
import { markersOf, nameInUrn, ownerOf } from "../../../model/owner";
import { withStoredKeys } from "../steps/staleKeysHint";
import { sync } from "../steps/sync";

/** The lifecycle of a connection, seen from its requester: observe, ensure, settle, sync, return. */
export const connectionHooks: Hooks<ConnectionInputs, ConnectionOutputs> = {
  async check({ __isOwn: isOwn = false, ...inputs }, session, olds) {
    const { module, cloud } = await session.open(inputs.cloud);
    const named = { ...inputs, name: inputs.name ?? module.defaultName(nameInUrn(ownerInputs(inputs).urn)) };
    const refused = olds === undefined ? [] : refusedChanges(olds, named);
    const lacked = lackedByConnection(cloud, named);
    const complaints = [...module.complaints(ownOf(named)), ...lacked, ...refused];
    const warnings = olds === undefined ? lonelyWait(named) : [];
    if (named.preflight !== true || complaints.length > 0) return { inputs: named, complaints, warnings };
    if (olds !== undefined && !isReplaced(olds, named)) {
      return { inputs: { ...named, ...defined({ __blocks: olds.__blocks }) }, complaints };
    }
    const checked = await preflightOf(named, isOwn, session);
    return { ...checked, warnings: [...warnings, ...(checked.warnings ?? [])] };
  },

  diff: (_id, olds, news) => diffConnection(olds, news),

  async create(inputs, session, row) {
    const work = await session.begin(inputs, "create", row);
    const markers = markersOf(ownerInputs(inputs));
    let made: { id: string } | undefined;
    try {
      await work.checkAccount(accountOf(inputs.requester));
      const spec = await specOf(inputs, work);
      const wanted = { spec, markers, adopt: inputs.adopt };
      const first = await ensure(wanted, (id) => (made = id === undefined ? undefined : { id }), work);
      warnOfWhatStays(first, spec, work);
      // A connection that bears a former name's mark keeps it; one of somebody else's is marked as ours.
      const isMarked = first.owner !== undefined && markers.includes(first.owner.marker);
      const owner = isMarked ? (first.owner ?? spec.owner) : spec.owner;
      const now = await ready(first, inputs, owner, work);
      return { id: first.id, outs: outputsOf(inputs, now, owner.marker) };
    } catch (error) {
      if (made === undefined) throw told(`Cannot create the connection ${nameOfPair(inputs)}`, error);
      const properties = await halfMade(made.id, inputs, work);
      throw new Unfinished(made.id, properties, told(`Connection ${made.id}`, error));
    }
  },

  async update(id, olds, news, session, row) {
    if (finished(olds) && changedInputs(olds, news).every(({ effect }) => effect !== "inPlace")) {
      return { ...news, ...observedParts(olds) };
    }
    const work = await session.begin(news, "update", row);
    await work.checkAccount(accountOf(news.requester));
    const owner = { ...ownerOf(ownerInputs(news)), ...defined({ marker: olds.marker }) };
    try {
      const seen = await look(id, olds, work);
      assertAlive(seen, id);
      const cleared = withCleared(olds, news, news.cloud);
      return outputsOf(news, await ready(seen, cleared, owner, work), owner.marker);
    } catch (error) {
      // The old values stay in the outputs, so that the next diff still sees what was not done.
      throw new Unfinished(id, await halfMade(id, olds, work), told(`Cannot update connection ${id}`, error));
    }
  },

  async read(id, props, session, row) {
    const work = await session.begin(props, "read", row);
    const seen = await withStoredKeys("refresh", () => look(id, props, work));
    notify(seen, work.context);
    if (isOnlyRead(props)) return { props: describedBy(existing(seen, id, props), props) };
    if (seen === undefined || seen.status === "deleted") {
      row.warn(`Connection ${id} was deleted outside of this stack. The next \`pulumi up\` makes a new one.`);
      return undefined;
    }
    const marker = props.marker ?? seen.owner?.marker ?? "";
    return { props: outputsOf(props, seen, marker), inputs: inputsOf(props, seen) };
  },

  async delete(id, props, session, row) {
    const work = await session.begin(props, "delete", row);
    const ref = { id, region: props.requester.region };
    const seed = { marker: props.marker ?? id, attempt: 0 };
    try {
      await withStoredKeys("destroy", async () => {
        await work.checkAccount(accountOf(props.requester));
        await changing(
          {
            ref,
            sides: [props.requester, props.accepter],
            make: () => work.cloud.delete({ ...ref, seed, force: props.forceDelete === true }, work.context),
            done: (seen) => GOING.has(seen.status),
          },
          work,
        );
        await gone(ref, work);
      });
    } catch (error) {
      if (!isPeeringError(error, "gone")) throw told(`Cannot delete connection ${id}`, error);
      // With another account's keys everything looks gone, so that is ruled out.
      await work.checkAccount(props.account);
    }
  },
};

/** Whether a program only asks for a connection that it does not declare, by `VpcPeering.get`. */
function isOnlyRead(props: ConnectionOutputs): boolean {
  return (props.requester as Partial<SideInputs>).vpcId === undefined || props.onlyRead === true;
}

function existing(seen: Peering | undefined, id: string, { requester }: ConnectionOutputs): Peering {
  if (seen !== undefined) return seen;
  throw new PeeringError(`There is no connection ${id} that these keys can see in ${requester.region}.`, {
    kind: "gone",
    remedy: "Check the id, the region and the provider instance.",
  });
}

/** All that a cloud says of a connection, in the shape of a declared one. */
function describedBy(seen: Peering, { cloud }: ConnectionOutputs): ConnectionOutputs {
  const side = ({ vpcId, region, account }: Side): SideInputs => ({
    vpcId,
    region,
    [accountKeyOf(cloud)]: account,
  });
  const { status, requester, accepter } = seen;
  const observed: Observed = {
    stateVersion: STATE_VERSION,
    status,
    marker: seen.owner?.marker ?? "",
    account: requester.account,
  };
  const ends = { requester: side(requester), accepter: side(accepter) };
  const properties = defined(declaredOf({ ...seen, cloud, ...ends }));
  return { ...properties, ...ends, ...observed, cloud, onlyRead: true };
}

/** What is asked of the cloud. The accepter's account is the requester's own unless declared. */
async function specOf(inputs: ConnectionInputs, { cloud, context }: Work): Promise<ConnectionSpec> {
  const own = accountOf(inputs.requester) ?? "";
  const accepterAccount =
    accountOf(inputs.accepter) ??
    (own === "" ? (await cloud.whoAmI({ region: inputs.requester.region }, context)).account : own);
  return {
    ...declaredOf(inputs),
    requester: sideOf(inputs.requester, own),
    accepter: sideOf(inputs.accepter, accepterAccount),
    owner: ownerOf(ownerInputs(inputs)),
  };
}

/** The inputs that a program gives, without those that the engine and this package put beside them. */
function ownOf(inputs: ConnectionInputs): Record<string, unknown> {
  const { __owner, __provider, ...own } = inputs as ConnectionInputs & { __provider?: unknown };
  return own;
}

function ownerInputs({ __owner }: ConnectionInputs): NonNullable<ConnectionInputs["__owner"]> {
  if (__owner !== undefined) return __owner;
  throw new PeeringError("A connection cannot be made without an owner.", {
    kind: "invalid",
    remedy: "Use the VpcPeering component, which says whose it is.",
  });
}

/** Whether the connection will be made anew. */
function isReplaced(olds: ConnectionInputs, news: ConnectionInputs): boolean {
  return changedInputs(olds, news).some(({ effect }) => effect === "replace");
}

/** With an acceptance in the same program, `waitFor` is left to it; without, somebody else has to act meanwhile. */
function lonelyWait({ waitFor, requester, accepter, timeouts }: ConnectionInputs): string[] {
  const [own, other] = [accountOf(requester), accountOf(accepter)];
  const isOthers = own !== undefined && other !== undefined && isKnown([own, other]) && own !== other;
  if (waitFor !== "active" || !isOthers) return [];
  return [
    `waitFor is "active", and nothing in this program accepts for account ${other}: \`pulumi up\` waits for ${timeouts?.create ?? "10m"} until that account does. Give \`accepter.provider\`, or leave \`waitFor\` out.`,
  ];
}

/** Asks the cloud about a connection that is about to be made. */
async function preflightOf(
  inputs: ConnectionInputs,
  isOwn: boolean,
  session: Session,
): Promise<Checked<ConnectionInputs>> {
  const work = await session.begin(inputs, "preflight", SILENT);
  const plan = async (): Promise<Planned> => {
    await work.checkAccount(accountOf(inputs.requester));
    const { account } = await work.cloud.whoAmI({ region: inputs.requester.region }, work.context);
    const withAccount = (side: SideInputs): SideInputs => ({
      ...side,
      [accountKeyOf(inputs.cloud)]: account,
    });
    const requester = withAccount(inputs.requester);
    const accepter = isOwn ? withAccount(inputs.accepter) : inputs.accepter;
    const spec = await specOf({ ...inputs, requester, accepter }, work);
    return { spec, markers: markersOf(ownerInputs(inputs)), adopt: inputs.adopt, own: account };
  };
  const { findings, blocks } = await session.preflight.ofConnection(inputs, plan, work);
  return { inputs: { ...inputs, __blocks: blocks }, ...findings };
}

/** The connection as it is now. With another account's keys everything looks gone, so that is ruled out. */
async function look(id: string, known: ConnectionOutputs, work: Work): Promise<Peering | undefined> {
  const seen = await work.cloud.get({ id, region: known.requester.region }, work.context);
  if (seen === undefined) await work.checkAccount(known.account);
  return seen;
}

/** Waits until the connection is where it should be, and is what is declared. */
async function ready(seen: Peering, inputs: ConnectionInputs, owner: Owner, work: Work): Promise<Peering> {
  const ref = { id: seen.id, region: inputs.requester.region };
  const enough = ({ status }: Peering): boolean =>
    status === "active" ||
    (status === "pending" && mayStayPending(inputs.waitFor, seen.requester.account, seen.accepter.account));
  const now = enough(seen) ? seen : await settled(ref, enough, work);
  return await sync(now, declaredOf(inputs), owner, work);
}

/** What to keep of a connection whose making or changing failed, after one more look at it if that is possible. */
async function halfMade(id: string, known: ConnectionOutputs, work: Work): Promise<ConnectionOutputs> {
  const marker = known.marker ?? ownerOf(ownerInputs(known)).marker;
  try {
    const seen = await look(id, known, work);
    if (seen !== undefined) return outputsOf(known, seen, marker);
    return { ...known, stateVersion: STATE_VERSION, status: "deleted", marker };
  } catch {
    return { ...known, stateVersion: STATE_VERSION, status: known.status ?? "creating", marker };
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
