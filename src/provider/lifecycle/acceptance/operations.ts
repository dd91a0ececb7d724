import type { Ref, Row } from "../../clouds/cloud";
import { verbOf } from "../../clouds/verbs";
import { defined } from "../../../model/defined";
import { isPeeringError, PeeringError } from "../../../model/errors";
import type { CloudName } from "../../../model/clouds";
import type { Peering, Side } from "../../../model/peering";
import { accountKeyOf } from "../../../model/account";
import type { PeeringStatus } from "../../../model/status";
import { GOING } from "../../../model/status";
import { isKnown, UNKNOWN } from "../../../model/unknown";
import { diffAcceptance } from "../connection/diff";
import type { Findings } from "../preflight/report";
import type { Hooks } from "../resource";
import { Unfinished } from "../resource";
import { lackedByAcceptance } from "../lackedVerbs";
import type { Expected } from "../steps/awaitRequest";
import { assertExpected, awaitRequest } from "../steps/awaitRequest";
import type { Session, Work } from "../session";
import { SILENT } from "../session";
import { changing, gone, settled } from "../steps/settle";
import type { CommonInputs, Observed, SideInputs } from "../connection/state";
import { accountOf } from "../../../model/account";
import { ownerOf } from "../../../model/owner";
import { STATE_VERSION } from "../connection/state";
import { sync } from "../steps/sync";

/**
 * The inputs of `vpcPeering:Acceptance`. In a `VpcPeering` it only says yes; in a `VpcPeeringAccepter`, which
 * always has a `decision`, it also finds the request, checks who asks, and may end the connection.
 */
export interface AcceptanceInputs extends CommonInputs {
  connectionId?: string;
  requester?: Pick<SideInputs, "vpcId">;
  accepter: Omit<SideInputs, "vpcId"> & { vpcId?: string };
  expect?: Expected;
  decision?: "accept" | "reject";
  onDelete?: "keep" | "delete" | "reject";
  tags?: Record<string, string>;
  resourceGroupId?: string;
  pendingTimeout?: string;
  preflight?: boolean;
  /** The requester's address blocks, if its own preflight could not compare them. */
  __blocks?: string[];
}

/** The outputs of `vpcPeering:Acceptance`: no more of the inputs than the other hooks need. */
export interface AcceptanceOutputs extends CommonInputs, Partial<Pick<Observed, "stateVersion" | "status">> {
  region: string;
  /** What only a `VpcPeeringAccepter` needs: its inputs again, and who asked. */
  standalone?: Omit<AcceptanceInputs, keyof CommonInputs>;
  peer?: Side;
}

/** The lifecycle of an acceptance, by the accepter's keys. Its id is the connection's id. */
export const acceptanceHooks: Hooks<AcceptanceInputs, AcceptanceOutputs> = {
  async check(inputs, session, olds) {
    const { module, cloud } = await session.open(inputs.cloud);
    const lacked = lackedByAcceptance(cloud, inputs);
    const others = otherAccount(inputs, session.declaredAccount(module));
    const all = [...complaints(inputs), ...lacked, ...others];
    const isNew = olds === undefined && inputs.preflight === true;
    if (!isNew || all.length > 0) return { inputs, complaints: all };
    return { inputs, ...(await preflightOf(inputs, session)) };
  },

  diff: diffAcceptance,

  async create(inputs, session, row) {
    return await decided(inputs.connectionId, inputs, undefined, session, row);
  },

  async update(id, olds, news, session, row) {
    const status = wantedStatus(news);
    const sameLabels = JSON.stringify(labelsOf(olds.standalone)) === JSON.stringify(labelsOf(news));
    if (olds.status === status && sameLabels) return outputsOf(news, { status, requester: olds.peer });
    return (await decided(id, news, olds.standalone ?? {}, session, row)).outs;
  },

  async read(id, props, session, row) {
    const { cloud, context } = await session.begin(props, "read", row);
    const seen = await cloud.get({ id, region: props.region }, context);
    if (seen === undefined || seen.status === "deleted") return undefined;
    return { props: { ...props, stateVersion: STATE_VERSION, status: seen.status } };
  },

  /** In a `VpcPeering` the connection's own resource deletes it. An acceptance itself cannot be taken back. */
  async delete(id, props, session, row) {
    const onDelete = props.standalone?.onDelete ?? "keep";
    if (onDelete === "keep") return;
    const work = await session.begin(props, "delete", row);
    try {
      await end(id, props, onDelete, work);
    } catch (error) {
      if (!isPeeringError(error, "gone")) throw told(`Cannot end connection ${id}`, error);
    }
  },
};

/** An acceptance that cannot succeed: the accepter's keys are declared to be those of another account than the accepter's. */
function otherAccount({ cloud, accepter }: AcceptanceInputs, declared: string | undefined): string[] {
  const account = accountOf(accepter as SideInputs);
  if (account === undefined || declared === undefined || !isKnown(account) || account === declared) return [];
  const key = accountKeyOf(cloud);
  return [
    `accepter.${key} is ${JSON.stringify(account)}, but the keys of accepter.provider are declared to be those of ${JSON.stringify(declared)}: they cannot accept. Correct \`accepter.${key}\`, or use the provider instance of that account.`,
  ];
}

/** What an accepter can say of a connection on its own side. */
const LABELS: Record<CloudName, readonly ("tags" | "resourceGroupId")[]> = {
  alicloud: ["tags", "resourceGroupId"],
  tencentcloud: [],
  huaweicloud: [],
};

function complaints({
  cloud,
  connectionId,
  requester,
  accepter,
  expect,
  decision,
  onDelete,
  ...labels
}: AcceptanceInputs): string[] {
  if (decision === undefined) return [];
  const isNamed = connectionId !== undefined;
  const isPair = requester?.vpcId !== undefined && accepter.vpcId !== undefined;
  const rules: [boolean, string][] = [
    [
      isNamed || isPair,
      "Which connection? Give `connectionId`, or the VPCs of both sides in `requester` and `accepter`.",
    ],
    [
      isNamed || accountOf((expect ?? {}) as SideInputs) !== undefined,
      "Looking for a request by its VPCs needs to know who may ask: give the requester's account in `expect`.",
    ],
    [
      isUnknown(decision) || ["accept", "reject"].includes(decision),
      `decision is ${JSON.stringify(decision)}: it must be "accept" or "reject".`,
    ],
    [
      onDelete === undefined || ["keep", "delete", "reject"].includes(onDelete) || isUnknown(onDelete),
      `onDelete is ${JSON.stringify(onDelete)}: it must be "keep", "delete" or "reject".`,
    ],
    ...LABELS.alicloud.map((name): [boolean, string] => [
      labels[name] === undefined || LABELS[cloud].includes(name),
      `${name}: on this cloud an accepter cannot set it. Remove it.`,
    ]),
  ];
  return rules.filter(([holds]) => !holds).map(([, complaint]) => complaint);
}

/** Asks the cloud about the accepter's side of a connection that is about to be made. */
async function preflightOf(inputs: AcceptanceInputs, session: Session): Promise<Findings> {
  const { accepter, requester, __blocks: blocks } = inputs;
  const work = await session.begin(inputs, "preflight", SILENT);
  const side = async (): Promise<Side> => {
    const declared = accountOf(accepter as SideInputs);
    await work.checkAccount(isKnown(declared) ? declared : undefined);
    const { account } = await work.cloud.whoAmI({ region: accepter.region }, work.context);
    return { vpcId: accepter.vpcId ?? "", region: accepter.region, account };
  };
  const other = { vpcId: requester?.vpcId ?? "", blocks: isKnown(blocks) ? blocks : undefined };
  return await session.preflight.ofAccepter(side, other, work);
}

/** Finds the request if need be, checks it, decides, and waits for what comes of it. `before` is what an update finds. */
async function decided(
  known: string | undefined,
  inputs: AcceptanceInputs,
  before: { tags?: Record<string, string> } | undefined,
  session: Session,
  row: Row,
): Promise<{ id: string; outs: AcceptanceOutputs }> {
  const operation = before === undefined ? "create" : "update";
  const work = await session.begin(inputs, operation, row);
  let id = known;
  try {
    await work.checkAccount(accountOf(inputs.accepter as SideInputs));
    const request = await requestFor(known, inputs, work);
    id = request?.id ?? known ?? "";
    const ref = { id, region: inputs.accepter.region };
    if (request?.status !== wantedStatus(inputs)) await decide(ref, inputs, request, work);
    const seen = await outcome(ref, inputs, request, work);
    const labels = labelsOf(inputs);
    const isLabelled = Object.keys(labels).length > 0 || before?.tags !== undefined;
    if (!isLabelled) return { id, outs: outputsOf(inputs, seen) };
    const tags = tagsToBe(seen.tags ?? {}, before?.tags ?? {}, inputs.tags ?? {});
    const now = await sync(seen, { ...labels, tags }, undefined, work, inputs.accepter.region);
    return { id, outs: outputsOf(inputs, now) };
  } catch (error) {
    const what = `Cannot ${inputs.decision ?? "accept"} connection ${id ?? "by its VPCs"}`;
    const cause = told(what, error);
    if (operation === "create" || id === undefined) throw cause;
    throw new Unfinished(id, outputsOf(inputs, { status: "pending" }), cause);
  }
}

/** The request as it is, where there is something to check or to find out about it. */
async function requestFor(
  id: string | undefined,
  inputs: AcceptanceInputs,
  work: Work,
): Promise<Peering | undefined> {
  const { requester, accepter, expect = {}, decision, pendingTimeout } = inputs;
  if (id === undefined && requester !== undefined && accepter.vpcId !== undefined) {
    const here = { vpcId: accepter.vpcId, region: accepter.region };
    const mayBeRejected = decision === "reject";
    const wanted = { requester, accepter: here, expect, mayBeRejected, ...defined({ pendingTimeout }) };
    return await awaitRequest(wanted, work);
  }
  if (id === undefined || decision === undefined) return undefined;
  const ref = { id, region: accepter.region };
  // An earlier run may have rejected it and died before it could say so.
  const earlier = decision === "reject" ? await work.cloud.get(ref, work.context) : undefined;
  const seen = earlier?.status === "rejected" ? earlier : await settled(ref, () => true, work);
  assertExpected(seen, expect);
  return seen;
}

async function decide(
  ref: Ref,
  inputs: AcceptanceInputs,
  request: Peering | undefined,
  work: Work,
): Promise<void> {
  const { cloud, context } = work;
  const seed = { marker: inputs.__owner === undefined ? ref.id : ownerOf(inputs.__owner).marker, attempt: 0 };
  const isReject = inputs.decision === "reject";
  if (isReject && request?.status === "active") {
    throw new PeeringError("It is active already, and an active connection cannot be rejected.", {
      kind: "wrongState",
      remedy: 'End it with `onDelete: "delete"` and `pulumi destroy`, or ask the requester to.',
    });
  }
  await changing(
    {
      ref,
      sides: request === undefined ? vpcsOf(inputs) : [request.requester, request.accepter],
      make: () => verbOf(cloud, isReject ? "reject" : "accept")({ ...ref, seed }, context),
      done: ({ status }) => status === wantedStatus(inputs) || (!isReject && status === "updating"),
      mayBeNew: true,
    },
    work,
  );
}

async function outcome(
  ref: Ref,
  inputs: AcceptanceInputs,
  request: Peering | undefined,
  work: Work,
): Promise<Peering> {
  if (inputs.decision !== "reject") return await settled(ref, (seen) => seen.status === "active", work);
  const seen = await work.cloud.get(ref, work.context);
  if (seen !== undefined) return seen;
  // A rejected connection may not be shown to who rejected it.
  if (request !== undefined) return { ...request, status: "rejected" };
  throw new PeeringError(`Connection ${ref.id} does not exist any more.`, { kind: "gone" });
}

/** Ends a connection for good: deletes it, or rejects what is still a request. */
async function end(
  id: string,
  props: AcceptanceOutputs,
  how: "delete" | "reject",
  work: Work,
): Promise<void> {
  const { cloud, context } = work;
  const ref = { id, region: props.region };
  const seed = { marker: id, attempt: 0 };
  const seen = await cloud.get(ref, context);
  if (seen === undefined) return;
  if (how === "reject") {
    if (seen.status === "pending") await verbOf(cloud, "reject")({ ...ref, seed }, context);
    else context.warn(`Connection ${id} is ${seen.status} and stays so: only a pending one can be rejected.`);
    return;
  }
  const make = (): Promise<void> => cloud.delete({ ...ref, seed, force: false }, context);
  const done = ({ status }: Peering): boolean => GOING.has(status);
  await changing({ ref, sides: [seen.requester, seen.accepter], make, done }, work);
  await gone(ref, work);
}

function vpcsOf({ requester, accepter }: AcceptanceInputs): { vpcId: string }[] {
  return [requester?.vpcId, accepter.vpcId]
    .filter((vpcId) => vpcId !== undefined)
    .map((vpcId) => ({ vpcId }));
}

/** What the accepter can say of the connection on its own side. */
function labelsOf(inputs: Pick<AcceptanceInputs, "tags" | "resourceGroupId"> | undefined) {
  return defined({ tags: inputs?.tags, resourceGroupId: inputs?.resourceGroupId });
}

/** Tags that others gave stay: whether both sides see one set of tags is for the cloud to decide. */
function tagsToBe(
  seen: Record<string, string>,
  before: Record<string, string>,
  declared: Record<string, string>,
): Record<string, string> {
  const others = Object.entries(seen).filter(([key]) => !(key in before));
  return { ...Object.fromEntries(others), ...declared };
}

function wantedStatus({ decision }: Pick<AcceptanceInputs, "decision">): PeeringStatus {
  return decision === "reject" ? "rejected" : "active";
}

function outputsOf(
  inputs: AcceptanceInputs,
  { status, requester }: { status: PeeringStatus; requester?: Side | undefined },
): AcceptanceOutputs {
  const { cloud, timeouts, __owner } = inputs;
  const common = { ...defined({ cloud, timeouts }), region: inputs.accepter.region };
  const outputs = { ...common, stateVersion: STATE_VERSION, status } as const;
  if (inputs.decision === undefined) return outputs;
  return { ...outputs, ...defined({ __owner, peer: requester }), standalone: ownInputs(inputs) };
}

/** The inputs that only an acceptance has. */
export function ownInputs(inputs: AcceptanceInputs): Omit<AcceptanceInputs, keyof CommonInputs> {
  const { connectionId, requester, accepter, expect, decision, onDelete, tags } = inputs;
  const { resourceGroupId, pendingTimeout } = inputs;
  const asked = { connectionId, requester, expect, decision, onDelete };
  return { accepter, ...defined({ ...asked, tags, resourceGroupId, pendingTimeout }) };
}

function told(what: string, error: unknown): unknown {
  return isPeeringError(error) ? error.within(what) : error;
}

function isUnknown(value: unknown): boolean {
  return value === UNKNOWN;
}
