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

/** Under mocks there may be no organization, and asking for it fails. */
function organizationOf(): string {
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
