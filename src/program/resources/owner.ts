import * as pulumi from "@pulumi/pulumi";
import type { OwnerInputs } from "../../model/owner";
import { DEFAULT_ORGANIZATION } from "../../model/owner";

/** Whose a component's resources are. Taken out of the engine's dependency graph. */
export function ownerOf(component: pulumi.ComponentResource): Promise<OwnerInputs> {
  const organization = organizationOf();
  const owner = pulumi.all([component.urn, formerUrns(component)]).apply(([urn, former]) => ({
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

/** What the SDK knows of every resource, but does not declare. */
interface Named {
  __name?: string;
  __pulumiType?: string;
  __aliases?: pulumi.Output<string>[];
  __parentResource?: Named;
}

/** What the component was called before `aliases` renamed it, or the components above it. */
function formerUrns(component: pulumi.ComponentResource): pulumi.Output<string[]> {
  return pulumi.all(formerUrnsOf(component as Named));
}

function formerUrnsOf(resource: Named): pulumi.Output<string>[] {
  const {
    __name: name = "",
    __pulumiType: type = "",
    __aliases: own = [],
    __parentResource: above,
  } = resource;
  if (above === undefined) return own;
  // The SDK's own rule for what a component's new name does to names that begin with it.
  const former = { __aliases: formerUrnsOf(above) } as unknown as pulumi.Resource;
  return [...own, ...pulumi.allAliases([], name, type, former, above.__name ?? "")];
}
