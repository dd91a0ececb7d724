import type { Step } from "./steps";

/** What becomes of a resource. */
export type Change = "create" | "update" | "replace" | "delete" | "read" | "same";

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

/** What becomes of one resource, and the step that says most of it. */
export interface Decision {
  step: Step;
  change: Change;
}

/** One decision for each resource, out of all steps that speak of it. */
export function decisionsIn(steps: readonly Step[]): Decision[] {
  const decisions = new Map<string, Decision>();
  for (const step of steps) {
    const change = CHANGES[step.op];
    if (change === undefined) continue;
    const known = decisions.get(step.urn);
    if (known === undefined || weight(change) >= weight(known.change)) {
      // Each half of a replacement tells one of the two states.
      decisions.set(step.urn, {
        change,
        step: known?.change === "replace" ? joined(known.step, step) : step,
      });
    }
  }
  return [...decisions.values()];
}

/** How much a change matters: more for a replacement than for what stays. */
export function weight(change: Change): number {
  return ORDER.indexOf(change);
}

/** Whether nothing happens to it. */
export function isQuiet({ change }: { change: Change }): boolean {
  return change === "same" || change === "read";
}

function joined(first: Step, second: Step): Step {
  return {
    ...first,
    ...second,
    replaceReasons: first.replaceReasons.length > 0 ? first.replaceReasons : second.replaceReasons,
    differing: first.differing.length > 0 ? first.differing : second.differing,
  };
}
