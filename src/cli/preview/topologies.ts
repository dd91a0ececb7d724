import type { Decision } from "./changes";

/** The hub or mesh that a peering is a part of. */
export interface Topology {
  kind: "hub" | "mesh";
  /** The name that the program gave it. */
  name: string;
  urn: string;
}

/** Finds the hub or mesh that a resource of a peering is under; nothing where there is none, or the preview leaves it out. */
export function topologiesAmong(
  decisions: readonly Decision[],
): (decision: Decision) => Topology | undefined {
  const parents = new Map(decisions.map((one) => [one.step.urn, parentOf(one)]));
  return (decision) => topologyIn(parents.get(parentOf(decision)) ?? "");
}

/** The resource that another is under; an empty text for none. */
export function parentOf({ step }: Decision): string {
  return (step.after ?? step.before)?.parent ?? "";
}

function topologyIn(urn: string): Topology | undefined {
  const [, kind, name] = /[:$]vpc-peering:index:Vpc(Hub|Mesh)::(.*)$/s.exec(urn) ?? [];
  if (kind === undefined || name === undefined) return undefined;
  return { kind: kind === "Hub" ? "hub" : "mesh", name, urn };
}
