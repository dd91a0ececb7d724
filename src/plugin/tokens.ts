import type { OwnerInputs } from "../model/owner";
import type { ResourceKind } from "../model/resourceKinds";
import { componentOfPart, pluginTokenOf, RESOURCE_KINDS } from "../model/resourceKinds";

/** The package's name, as the engine knows it. */
export const PACKAGE = "vpc-peering";

const KINDS = Object.keys(RESOURCE_KINDS) as ResourceKind[];

/** The kind of the resource at a URN; nothing where it is none of this package's. */
export function kindIn(urn: string): ResourceKind | undefined {
  const token = typesIn(urn).at(-1);
  return KINDS.find((kind) => pluginTokenOf(kind) === token);
}

/**
 * Who declares a resource, where it does not say so itself: its component, if that is one of this package's, so that both
 * doors give it the same mark; else the resource itself.
 */
export function ownerAt(urn: string, kind: ResourceKind): OwnerInputs {
  const types = typesIn(urn);
  const above = types.slice(0, -1);
  if (!above.at(-1)?.startsWith(`${PACKAGE}:index:`)) return { urn };
  const [stack, project, , ...name] = urn.split("::");
  const ofComponent = componentOfPart(kind, name.join("::"));
  return { urn: [stack, project, above.join("$"), ofComponent].join("::") };
}

/** The types of a resource and of those above it, its own last. */
function typesIn(urn: string): string[] {
  return (urn.split("::")[2] ?? "").split("$");
}
