import type { ResourceKind } from "../../../model/resourceKinds";
import { kindOfType } from "../../../model/resourceKinds";
import type { Decision } from "../changes";
import { acceptanceRow } from "./acceptance";
import { connectionRow } from "./connection";
import { routesRow } from "./routes";
import type { RowMaker } from "./row";

/** How the comment tells each kind of resource; undefined for what readers need not know. */
const ROW_MAKERS: Record<ResourceKind, RowMaker | undefined> = {
  Connection: connectionRow,
  Acceptance: acceptanceRow,
  Identity: undefined,
  Routes: routesRow,
};

/** The kind of a resource of this package; undefined for any other resource. */
export function kindOf({ step }: Decision): ResourceKind | undefined {
  return kindOfType((step.after ?? step.before)?.type ?? "");
}

/** What makes the row of a resource; undefined for those that have none. */
export function rowMakerOf(decision: Decision): RowMaker | undefined {
  const kind = kindOf(decision);
  return kind === undefined ? undefined : ROW_MAKERS[kind];
}
