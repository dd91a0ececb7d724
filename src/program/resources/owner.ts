import * as pulumi from "@pulumi/pulumi";
import type { OwnerInputs } from "../../model/owner";
import { DEFAULT_ORGANIZATION } from "../../model/owner";

/** Whose a component's resources are. Taken out of the engine's dependency graph. */
export function ownerOf(component: pulumi.ComponentResource, name: string): Promise<OwnerInputs> {
  const organization = organizationOf();
  const owner = pulumi.all([component.urn, formerUrns(component, name)]).apply(([urn, former]) => ({
    urn,
    ...(organization === DEFAULT_ORGANIZATION ? {} : { organization }),
    ...(former.length === 0 ? {} : { formerUrns: former }),
  }));
  // As an output it would make a child depend on its parent, and so on all its siblings: a deadlock.
  return new Promise((resolve) => owner.apply(resolve));
}

/**
 * What tells this stack from others of the same project and name. A backend without organizations has none, so a user of
 * two of them says it in the stack's config. Under mocks there may be none either, and asking for it fails.
 */
function organizationOf(): string {
  const said = new pulumi.Config("vpc-peering").get("organization");
  if (said !== undefined && said !== "") return said;
  try {
    return pulumi.getOrganization();
  } catch {
    return DEFAULT_ORGANIZATION;
  }
}

const CHILD = "child";

/** What the component was called before `aliases` renamed it, or the components above it. */
function formerUrns(component: pulumi.ComponentResource, name: string): pulumi.Output<string[]> {
  return pulumi
    .all(pulumi.allAliases([], name, CHILD, component, name))
    .apply((urns) => urns.map((urn) => urn.replace(`$${CHILD}::`, "::")));
}
