import { UNKNOWN } from "../../model/unknown";
import type { Diagnostic, Preview, ResourceState, Step } from "./steps";
import { asObject, asText, nameIn } from "./steps";

/** What becomes of a peering. */
export type Change = "create" | "update" | "replace" | "delete" | "read" | "same";

/** One end of a peering. A value that is not known yet is {@link UNKNOWN}; one that is not said is left out. */
export interface End {
  vpcId?: string;
  region?: string;
  account?: string;
}

/** One property that differs. */
export interface FieldChange {
  path: string;
  before: unknown;
  after: unknown;
}

/** One peering of the preview. */
export interface PeeringRow {
  urn: string;
  name: string;
  cloud: string;
  /** The connection's id in the cloud, unless it is yet to be made. */
  id?: string;
  /** A connection, or the acceptance of one that another stack asks for. */
  kind: "connection" | "acceptance";
  change: Change;
  requester: End;
  accepter: End;
  /** The ends it has now, where the replacement has others. */
  formerEnds?: { requester: End; accepter: End };
  fields: FieldChange[];
  /** Replaced for what was observed: it carries no traffic any more. */
  dead: boolean;
  /** Why it is replaced. */
  reasons: string[];
  /** The account that has to accept it, elsewhere, before it carries traffic. */
  waitsFor?: string;
}

const CONNECTION = "pulumi-nodejs:dynamic/vpcPeering:Connection";
const ACCEPTANCE = "pulumi-nodejs:dynamic/vpcPeering:Acceptance";

/** The engine's words for what it does. Those that are not here say nothing new about a resource. */
const CHANGES: Record<string, Change> = {
  refresh: "same",
  same: "same",
  read: "read",
  update: "update",
  create: "create",
  import: "create",
  delete: "delete",
  replace: "replace",
  "create-replacement": "replace",
  "delete-replaced": "replace",
  "read-replacement": "read",
};

/** A later one says more about a resource than an earlier one. */
const ORDER: readonly Change[] = ["same", "read", "update", "create", "delete", "replace"];

/** The peerings of a preview: what changes most comes first. */
export function peeringsIn(preview: Preview): PeeringRow[] {
  const steps = [...decisiveSteps(preview.steps).values()];
  const connections = steps.filter(({ step }) => typeOf(step) === CONNECTION);
  const acceptances = steps.filter(({ step }) => typeOf(step) === ACCEPTANCE);
  const accepted = new Set(acceptances.map(({ step }) => parentOf(step)));
  const shown = new Map(connections.map(({ step, change }) => [parentOf(step), change]));
  const rows = [
    ...connections.map((decided) => {
      const here = accepted.has(parentOf(decided.step));
      return connectionRow(decided, preview, here);
    }),
    // The acceptance of a connection that is shown with the same change says nothing more.
    ...acceptances
      .filter(
        ({ step, change }) =>
          shown.get(parentOf(step)) !== change && !(change === "same" && shown.has(parentOf(step))),
      )
      .map((decided) => acceptanceRow(decided, preview)),
  ];
  return rows.sort((a, b) => ORDER.indexOf(b.change) - ORDER.indexOf(a.change) || (a.name < b.name ? -1 : 1));
}

interface Decided {
  step: Step;
  change: Change;
}

function decisiveSteps(steps: readonly Step[]): Map<string, Decided> {
  const decided = new Map<string, Decided>();
  for (const step of steps) {
    const change = CHANGES[step.op];
    if (change === undefined) continue;
    const known = decided.get(step.urn);
    if (known === undefined || ORDER.indexOf(change) >= ORDER.indexOf(known.change)) {
      // Each half of a replacement tells one of the two states.
      decided.set(step.urn, { change, step: known?.change === "replace" ? joined(known.step, step) : step });
    }
  }
  return decided;
}

function joined(first: Step, second: Step): Step {
  return {
    ...first,
    ...second,
    replaceReasons: first.replaceReasons.length > 0 ? first.replaceReasons : second.replaceReasons,
    differing: first.differing.length > 0 ? first.differing : second.differing,
  };
}

function connectionRow({ step, change }: Decided, preview: Preview, acceptedHere: boolean): PeeringRow {
  const state = step.after ?? step.before;
  const ends = endsOf(state, step.before);
  const former = endsOf(step.before, step.before);
  const moved = change === "replace" && step.before !== undefined && !sameVpcs(ends, former);
  const waitsFor = acceptedHere ? undefined : pendingAccount(step, change, ends, preview);
  return {
    ...commonOf({ step, change }, preview),
    kind: "connection",
    ...ends,
    ...(moved ? { formerEnds: former } : {}),
    ...(waitsFor === undefined ? {} : { waitsFor }),
  };
}

function acceptanceRow({ step, change }: Decided, preview: Preview): PeeringRow {
  const state = step.after ?? step.before;
  const { requester, accepter } = endsOf(state, undefined);
  const expected = endOf(state?.inputs?.["expect"]);
  const seen = endOf((step.before ?? step.after)?.outputs?.["peer"]);
  return {
    ...commonOf({ step, change }, preview),
    kind: "acceptance",
    requester: { ...seen, ...expected, ...requester },
    accepter,
  };
}

function commonOf({ step, change }: Decided, preview: Preview) {
  const id = [step.before?.id, step.after?.id].find((one) => one !== undefined && one !== "");
  const fields = change === "update" || change === "replace" ? fieldsOf(step) : [];
  return {
    urn: step.urn,
    name: nameIn(step.urn),
    ...(id === undefined ? {} : { id }),
    cloud: asText((step.after ?? step.before)?.inputs?.["cloud"]) ?? "",
    change,
    fields,
    dead: change === "replace" && step.replaceReasons.includes("status"),
    reasons: change === "replace" ? reasonsOf(step, preview.diagnostics) : [],
  };
}

function endsOf(
  state: ResourceState | undefined,
  before: ResourceState | undefined,
): { requester: End; accepter: End } {
  const told = { ...state?.outputs, ...state?.inputs };
  const own = asText(before?.outputs?.["account"]) ?? asText(state?.outputs?.["account"]);
  return {
    requester: { ...(own === undefined ? {} : { account: own }), ...endOf(told["requester"]) },
    accepter: endOf(told["accepter"]),
  };
}

/** A side as it stands among inputs or outputs, where the account goes by its cloud's name. */
function endOf(value: unknown): End {
  if (value === UNKNOWN) return { vpcId: UNKNOWN };
  const side = asObject(value) ?? {};
  const parts = {
    vpcId: asText(side["vpcId"]),
    region: asText(side["region"]),
    account: asText(side["accountId"]) ?? asText(side["projectId"]) ?? asText(side["account"]),
  };
  return Object.fromEntries(Object.entries(parts).filter(([, part]) => part !== undefined));
}

function sameVpcs(a: { requester: End; accepter: End }, b: { requester: End; accepter: End }): boolean {
  return a.requester.vpcId === b.requester.vpcId && a.accepter.vpcId === b.accepter.vpcId;
}

/** The account that nobody here accepts for; undefined where that cannot be told. */
function pendingAccount(
  step: Step,
  change: Change,
  { requester, accepter }: { requester: End; accepter: End },
  { hiddenSames }: Preview,
): string | undefined {
  const { account } = accepter;
  // An account that the program names is another's; its own comes from an Identity.
  const named = (step.after?.propertyDependencies?.["accepter"] ?? []).every(
    (urn) => !urn.includes(":Identity::"),
  );
  if (account === undefined || account === UNKNOWN || account === requester.account) return undefined;
  if (change === "create" || change === "replace")
    return named || requester.account !== undefined ? account : undefined;
  // An acceptance of this program may be among what the preview leaves out.
  const pending = step.before?.outputs?.["status"] === "pending" && hiddenSames === 0;
  return pending && change !== "delete" ? account : undefined;
}

/** Which inputs differ, to the last part of their paths. */
function fieldsOf({ before, after, differing }: Step): FieldChange[] {
  const [olds, news] = [leavesOf(before?.inputs ?? {}), leavesOf(after?.inputs ?? {})];
  const paths = [...new Set([...olds.keys(), ...news.keys()])];
  const changed = paths
    .map((path) => ({ path, before: olds.get(path), after: news.get(path) }))
    .filter(
      (field) => field.after === UNKNOWN || JSON.stringify(field.before) !== JSON.stringify(field.after),
    );
  const roots = new Set(changed.map(({ path }) => rootOf(path)));
  // What differs although it reads the same: a secret.
  const unseen = differing
    .filter((path) => !path.startsWith("__") && !roots.has(rootOf(path)))
    .map((path) => ({ path, before: olds.get(path), after: news.get(path) }));
  return [...changed, ...unseen];
}

function leavesOf(inputs: Record<string, unknown>, prefix = ""): Map<string, unknown> {
  const leaves = new Map<string, unknown>();
  for (const [key, value] of Object.entries(inputs)) {
    if (key.startsWith("__")) continue;
    const inner = asObject(value);
    if (inner === undefined) leaves.set(prefix + key, value);
    else for (const [path, leaf] of leavesOf(inner, `${prefix}${key}.`)) leaves.set(path, leaf);
  }
  return leaves;
}

function rootOf(path: string): string {
  return path.split(/[.[]/, 1)[0] ?? path;
}

/** The provider says in a warning why a connection that nobody changed is replaced. */
function reasonsOf({ urn, before, replaceReasons }: Step, diagnostics: readonly Diagnostic[]): string[] {
  const said = diagnostics
    .filter((one) => one.urn === urn && one.severity === "warning")
    .map(({ message }) => message);
  const status = asText(before?.outputs?.["status"]) ?? "not known";
  return replaceReasons.flatMap((path) => {
    if (path !== "status") return [`${path} differs`];
    return said.length > 0 ? said : [`its status is ${status}`];
  });
}

function typeOf(step: Step): string {
  return (step.after ?? step.before)?.type ?? "";
}

function parentOf(step: Step): string {
  return (step.after ?? step.before)?.parent ?? "";
}
