import { defined } from "../../../model/defined";
import type { CloudName } from "../../../model/clouds";
import { accountKeyOf } from "../../../model/account";
import type { Effect } from "../../../model/clouds/facts";
import type { InputName } from "../../../model/effects";
import { effectOf, INPUT_NAMES, ruleOf, whyReplaced } from "../../../model/effects";
import type { PeeringStatus } from "../../../model/status";
import { DEAD, GOING } from "../../../model/status";
import { isKnown } from "../../../model/unknown";
import type { AcceptanceInputs, AcceptanceOutputs } from "../acceptance/operations";
import { ownInputs } from "../acceptance/operations";
import type { ConnectionInputs, ConnectionOutputs } from "./state";
import { accountOf } from "../../../model/account";

/** What the engine is told. Without `changes` it compares the inputs itself, and shows each difference. */
export interface DiffAnswer {
  changes?: boolean;
  replaces?: string[];
  deleteBeforeReplace?: boolean;
  /** What the differences alone do not tell; shown on the resource's row. */
  warning?: string;
}

/** The connection's inputs that differ, with what each change does. What may differ, since it is unknown yet, counts. */
export function changedInputs(
  olds: ConnectionOutputs,
  news: ConnectionInputs,
): { name: InputName; effect: Effect }[] {
  const cloud = news.cloud;
  return INPUT_NAMES.filter((name) => differs(name, olds, news)).map((name) => ({
    name,
    effect: effectOf(name, cloud),
  }));
}

/** Compares a connection's state with what is declared now. */
export function diffConnection(olds: ConnectionOutputs, news: ConnectionInputs): DiffAnswer {
  const changed = changedInputs(olds, news).filter(({ effect }) => effect !== "none");
  const replaces = changed
    .filter(({ effect }) => effect === "replace")
    .map(({ name }) => engineName(name, news));
  const lost = reasonToReplace(olds.status);
  if (lost !== undefined) {
    const since = olds.since === undefined ? "" : ` (status ${olds.status ?? ""} since ${olds.since})`;
    return {
      changes: true,
      replaces: ["status", ...replaces],
      deleteBeforeReplace: true,
      warning: `The connection ${lost}${since}. It carries no traffic and cannot be revived: it will be deleted and made anew.`,
    };
  }
  if (changed.length > 0) {
    // A new connection keeps nothing of the old one.
    const warning = replaces.length > 0 ? replacedWarning(changed, news) : keptWarning(changed, olds, news);
    return { replaces, deleteBeforeReplace: true, ...defined({ warning }) };
  }
  return finished(olds) ? { changes: false } : { changes: true };
}

/** Why the connection goes for a change that other clouds make in place. */
function replacedWarning(
  changed: readonly { name: InputName }[],
  { cloud }: ConnectionInputs,
): string | undefined {
  const reasons = changed.map(({ name }) => whyReplaced(name, cloud)).filter((why) => why !== undefined);
  return reasons.length === 0
    ? undefined
    : `${reasons.join(", ")}: it will be deleted and made anew. To keep it, put the old value back.`;
}

/**
 * Changes that nobody would expect to cut the traffic, but would on this cloud: refused at preview, unless the
 * connection is replaced for something else anyway.
 */
export function refusedChanges(olds: ConnectionInputs, news: ConnectionInputs): string[] {
  const replacing = changedInputs(olds, news).filter(({ effect }) => effect === "replace");
  const surprising = replacing.filter(({ name }) => whyReplaced(name, news.cloud) !== undefined);
  if (surprising.length < replacing.length) return [];
  return surprising
    .map(({ name }) => ({ name, value: valueOf(name, news, undefined) }))
    .filter(({ value }) => isKnown(value))
    .map(
      ({ name, value }) =>
        `${name} ${value === undefined ? "is gone" : `is ${JSON.stringify(value)}`}: ${whyReplaced(name, news.cloud) ?? ""}, and a new connection would cut the traffic. Put the old value back; or take the peering out of the program, run \`pulumi up\`, and put it back with the new one.`,
    );
}

/** What the cloud will go on showing although the program does not declare it any more. */
function keptWarning(
  changed: readonly { name: InputName }[],
  olds: ConnectionOutputs,
  news: ConnectionInputs,
): string | undefined {
  const kept = changed
    .map(({ name }) => name)
    .filter(
      (name) => ruleOf(name, news.cloud)?.unset === "kept" && valueOf(name, news, undefined) === undefined,
    )
    .map((name) => `${name} stays ${JSON.stringify(valueOf(name, olds, undefined))}`);
  return kept.length === 0
    ? undefined
    : `${kept.join(", ")}: the cloud can change this, but not clear it. Declare another value if it should not stay.`;
}

/** Why a connection in this status has to be replaced, as the end of a sentence. */
export function reasonToReplace(status: PeeringStatus | undefined): string | undefined {
  if (status === undefined) return undefined;
  if (GOING.has(status)) return "was deleted outside of this stack";
  return DEAD.has(status) ? WORDS[status] : undefined;
}

const WORDS: Partial<Record<PeeringStatus, string>> = {
  rejected: "was rejected by the accepter's account",
  expired: "expired before anybody accepted it",
  failed: "failed",
};

/** Whether a connection has got as far as it should without somebody else's doing. */
export function finished({ status, waitFor, account, accepter }: ConnectionOutputs): boolean {
  if (status === "active") return true;
  return (
    status === "pending" && account !== undefined && mayStayPending(waitFor, account, accountOf(accepter))
  );
}

/** Whether `pending` is enough: if that was asked for, or if the peer is another account and nothing was. */
export function mayStayPending(
  waitFor: "active" | "pending" | undefined,
  requesterAccount: string,
  accepterAccount: string | undefined,
): boolean {
  return waitFor === undefined ? requesterAccount !== accepterAccount : waitFor === "pending";
}

function differs(name: InputName, olds: ConnectionOutputs, news: ConnectionInputs): boolean {
  const [before, after] = [valueOf(name, olds, olds.account), valueOf(name, news, undefined)];
  if (after === undefined && isAccount(name)) return false;
  return !isKnown(after) || canonical(before) !== canonical(after);
}

function valueOf(name: InputName, inputs: ConnectionInputs, ownAccount: string | undefined): unknown {
  switch (name) {
    case "requester.vpcId":
      return inputs.requester.vpcId;
    case "requester.region":
      return inputs.requester.region;
    case "requester.account":
      return accountOf(inputs.requester) ?? ownAccount;
    case "accepter.vpcId":
      return inputs.accepter.vpcId;
    case "accepter.region":
      return inputs.accepter.region;
    case "accepter.account":
      return accountOf(inputs.accepter);
    default:
      return inputs[name];
  }
}

function isAccount(name: InputName): boolean {
  return name === "requester.account" || name === "accepter.account";
}

/** The path the engine knows an input by. */
function engineName(name: InputName, { cloud }: { cloud: CloudName }): string {
  return isAccount(name) ? name.replace("account", accountKeyOf(cloud)) : name;
}

/** The same text for the same value, whatever the order of keys. */
function canonical(value: unknown): string {
  const sorted = (_key: string, part: unknown): unknown =>
    typeof part === "object" && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part;
  return JSON.stringify([value], sorted);
}

/** Which inputs of an acceptance name another connection, or another decision about it, when they change. */
const DECIDING = ["connectionId", "requester", "accepter", "decision"] as const;

/** Compares an acceptance's state with what is declared now. */
export function diffAcceptance(id: string, olds: AcceptanceOutputs, news: AcceptanceInputs): DiffAnswer {
  const before = olds.standalone;
  const elsewhere = news.connectionId === id ? [] : ["connectionId"];
  const moved =
    before === undefined
      ? elsewhere
      : DECIDING.filter((key) => !isKnown(news[key]) || canonical(before[key]) !== canonical(news[key]));
  if (moved.length > 0) return { replaces: [...moved], deleteBeforeReplace: true };
  const wanted = news.decision === "reject" ? "rejected" : "active";
  if (olds.status !== wanted && reasonToReplace(olds.status) !== undefined) {
    const warning = `The connection ${reasonToReplace(olds.status) ?? ""}. It carries no traffic and cannot be revived.`;
    // Within a VpcPeering the connection's own row says it.
    return {
      changes: true,
      replaces: ["status"],
      deleteBeforeReplace: true,
      ...(before === undefined ? {} : { warning }),
    };
  }
  const own = ownInputs(news);
  const sameOptions = before === undefined || (isKnown(own) && canonical(before) === canonical(own));
  if (!sameOptions || canonical(olds.timeouts) !== canonical(news.timeouts)) {
    return { replaces: [], deleteBeforeReplace: true };
  }
  return olds.status === wanted ? { changes: false } : { changes: true };
}
