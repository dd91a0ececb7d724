import { accountKeyOf, accountOf } from "../../../model/account";
import type { CloudName } from "../../../model/clouds";
import type { Effect } from "../../../model/clouds/facts";
import { defined } from "../../../model/defined";
import type { InputName } from "../../../model/effects";
import { effectOf, INPUT_NAMES, ruleOf, whyReplaced } from "../../../model/effects";
import type { OwnerInputs } from "../../../model/owner";
import { shown } from "../../../model/shown";
import { isKnown } from "../../../model/unknown";
import { mayDiffer } from "../isSame";
import type { DiffAnswer } from "../resource";
import { ENDS_NOTE, lacksEnds } from "./ends";
import type { ConnectionInputs } from "./inputs";
import { isMovedHere } from "./marks";
import type { ConnectionOutputs } from "./state";
import { isUnmarked } from "./state";
import { asItWas } from "./sameVpc";
import { isFinished, reasonToReplace } from "./status";

/** Limits of time are no inputs here: who calls compares those. */
type Name = Exclude<InputName, "timeouts">;

const NAMES = INPUT_NAMES.filter((name): name is Name => name !== "timeouts");

/** An input that differs, and what its change does. */
export interface ChangedInput {
  name: Name;
  effect: Effect;
}

/** The connection's inputs that differ. What may differ, since it is not known yet, counts. */
export function changedInputs(olds: ConnectionOutputs, news: ConnectionInputs): ChangedInput[] {
  const requester = asItWas(olds.requester, news.requester);
  const accepter = asItWas(olds.accepter, news.accepter);
  return NAMES.filter((name) => differs(name, olds, { ...news, requester, accepter })).map((name) => ({
    name,
    effect: effectOf(name, news.cloud),
  }));
}

/** Compares a connection's state with what is declared now. */
export function diffConnection(
  olds: ConnectionOutputs,
  news: ConnectionInputs,
  owner?: OwnerInputs,
): DiffAnswer {
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
  if (isMovedHere(olds, owner)) {
    const warning =
      "The connection bears the mark of another stack, from which it has come here, or of this stack's former name: this update marks it as this stack's. Its traffic is not touched.";
    return { changes: true, replaces: [], deleteBeforeReplace: true, warning };
  }
  if (isUnmarked(olds))
    return {
      changes: true,
      note: "This puts the mark of this stack on the connection, and changes nothing else.",
    };
  if (!isFinished(olds)) return { changes: true };
  return lacksEnds(olds, news) ? { changes: true, note: ENDS_NOTE } : { changes: false };
}

/** Whether the connection will be made anew. */
export function isReplaced(olds: ConnectionInputs, news: ConnectionInputs): boolean {
  return changedInputs(olds, news).some(({ effect }) => effect === "replace");
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
    .map(({ name }) => ({ name, value: declaredValue(name, news) }))
    .filter(({ value }) => isKnown(value))
    .map(
      ({ name, value }) =>
        `${name} ${value === undefined ? "is gone" : `is ${shown(value)}`}: ${whyReplaced(name, news.cloud) ?? ""}, and a new connection would cut the traffic. Put the old value back; or take the peering out of the program, run \`pulumi up\`, and put it back with the new one.`,
    );
}

/** Why the connection goes for a change that other clouds make in place. */
function replacedWarning(changed: readonly ChangedInput[], { cloud }: ConnectionInputs): string | undefined {
  const reasons = changed.map(({ name }) => whyReplaced(name, cloud)).filter((why) => why !== undefined);
  return reasons.length === 0
    ? undefined
    : `${reasons.join(", ")}: it will be deleted and made anew. To keep it, put the old value back.`;
}

/** What the cloud will go on showing although the program does not declare it any more. */
function keptWarning(
  changed: readonly ChangedInput[],
  olds: ConnectionOutputs,
  news: ConnectionInputs,
): string | undefined {
  const kept = changed
    .map(({ name }) => name)
    .filter((name) => ruleOf(name, news.cloud)?.unset === "kept" && declaredValue(name, news) === undefined)
    .map((name) => `${name} stays ${shown(declaredValue(name, olds))}`);
  return kept.length === 0
    ? undefined
    : `${kept.join(", ")}: the cloud can change this, but not clear it. Declare another value if it should not stay.`;
}

function differs(name: Name, olds: ConnectionOutputs, news: ConnectionInputs): boolean {
  const after = declaredValue(name, news);
  if (after === undefined && isAccount(name)) return false;
  // An account that an earlier run did not declare is compared with that of its keys. For the accepter, too: a connection
  // that was asked for without its account was asked for within the requester's.
  const observed = isAccount(name) ? olds.account : undefined;
  return mayDiffer(declaredValue(name, olds) ?? observed, after);
}

function declaredValue(name: Name, inputs: ConnectionInputs): unknown {
  switch (name) {
    case "requester.vpcId":
      return inputs.requester.vpcId;
    case "requester.region":
      return inputs.requester.region;
    case "requester.account":
      return accountOf(inputs.requester);
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

function isAccount(name: Name): boolean {
  return name === "requester.account" || name === "accepter.account";
}

/** The path the engine knows an input by. */
function engineName(name: Name, { cloud }: { cloud: CloudName }): string {
  return isAccount(name) ? name.replace("account", accountKeyOf(cloud)) : name;
}
