import { defined } from "../../../model/defined";
import type { ResourceKind } from "../../../model/resourceKinds";
import type { EndName } from "../../../model/ends";
import type { Change, Decision } from "../changes";
import type { Diagnostic } from "../diagnostics";
import type { End, Ends } from "../ends";
import type { FieldChange } from "../fields";
import { fieldsOf } from "../fields";
import { asText } from "../json";
import type { Preview, Step } from "../steps";
import { nameIn } from "../steps";
import type { Topology } from "../topologies";

/** One peering of the preview, as the comment tells it. */
export interface PeeringRow {
  urn: string;
  name: string;
  cloud: string;
  /** The connection's id in the cloud, unless it is yet to be made. */
  id?: string;
  /** The hub or mesh that it is a part of. */
  topology?: Topology;
  /** What it is, where it is no connection. */
  note?: string;
  change: Change;
  requester: End;
  accepter: End;
  /** The ends it has now, where the replacement has others. */
  formerEnds?: Ends;
  fields: FieldChange[];
  /** What becomes of its routes, in Markdown. */
  routes: string[];
  /** The end that alone has routes; the other one may have them from elsewhere. */
  routesOnlyOf?: EndName;
  /** Why it is replaced. */
  reasons: string[];
  /** Whether a connection that exists goes. */
  isCut: boolean;
  /** What to beware of, in Markdown. */
  cautions: string[];
}

/** What a resource's row has to know of the rest of the preview. */
export interface Context {
  preview: Preview;
  /** What becomes of the resources of this kind in the same component. */
  siblingsOf(decision: Decision, kind: ResourceKind): readonly Decision[];
}

/** How a kind of resource becomes a row: none where the row of another says it already. */
export type RowMaker = (decision: Decision, context: Context) => PeeringRow | undefined;

/** What a row says of every kind of resource. */
export function rowBasics({ step, change }: Decision, { diagnostics }: Preview) {
  return {
    urn: step.urn,
    name: nameIn(step.urn),
    ...defined({ id: [step.before?.id, step.after?.id].find((id) => id !== undefined && id !== "") }),
    cloud: asText((step.after ?? step.before)?.inputs?.["cloud"]) ?? "",
    change,
    routes: [],
    fields: change === "update" || change === "replace" ? fieldsOf(step) : [],
    reasons: change === "replace" ? reasonsOf(step, diagnostics) : [],
  };
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
