import type * as Pulumi from "@pulumi/pulumi";
import type { CloudName } from "../model/clouds";
import { defined } from "../model/defined";
import type { PeeringOptions } from "../program/resources/options";
import { instanceAt } from "./instances";
import type { ProviderMessages } from "./protocol";
import type { Sdk } from "./sdk";
import { PACKAGE } from "./tokens";

type Request = ProviderMessages.ConstructRequest;

/** The options that the program gave the component. */
export function optionsIn(request: Request, cloud: CloudName, all: Sdk): PeeringOptions {
  const { runtime } = all;
  const { DependencyResource } = runtime.resource;
  const at = (urn: string): Pulumi.Resource => new DependencyResource(urn);
  const own = request
    .getProvidersMap()
    .getEntryList()
    .find(([name]) => name === PACKAGE);
  const parent = request.getParent();
  const owner = request.getDeletedwith();
  const trigger = triggerIn(request);
  const limits = request.getCustomtimeouts();
  return defined({
    provider: own === undefined ? undefined : Object.assign(instanceAt(own[1], all), { cloud }),
    parent: parent === "" ? undefined : at(parent),
    dependsOn: request.getDependenciesList().map(at),
    aliases: request.getAliasesList().map((alias) => aliasIn(alias, all)),
    protect: request.getProtect(),
    ignoreChanges: request.getIgnorechangesList(),
    replaceOnChanges: request.getReplaceonchangesList(),
    replaceWith: request.getReplaceWithList().map(at),
    replacementTrigger: trigger && runtime.rpc.deserializeProperty(trigger.toJavaScript(), true),
    deleteBeforeReplace: request.hasDeletebeforereplace() ? request.getDeletebeforereplace() : undefined,
    retainOnDelete: request.getRetainondelete(),
    deletedWith: owner === "" ? undefined : at(owner),
    hooks: runtime.resources.hookBindingFromProto(request.getResourceHooks()),
    customTimeouts: limits === undefined ? undefined : limitsIn(limits),
  });
}

/** The value with which a resource is replaced when it changes. Earlier releases of the SDK know of none. */
function triggerIn(request: Partial<Request>): ReturnType<Request["getReplacementTrigger"]> {
  return request.getReplacementTrigger?.();
}

type Limits = NonNullable<ReturnType<Request["getCustomtimeouts"]>>;

function limitsIn(limits: Limits): Pulumi.CustomTimeouts {
  const said = Object.entries(limits.toObject()).filter(([, limit]) => limit !== "");
  return Object.fromEntries(said);
}

type Alias = ReturnType<Request["getAliasesList"]>[number];

function aliasIn(alias: Alias, { pulumi }: Sdk): string | Pulumi.Alias {
  const spec = alias.getSpec();
  if (spec === undefined) return alias.getUrn();
  const [name, type, project, stack] = [spec.getName(), spec.getType(), spec.getProject(), spec.getStack()];
  const said = Object.entries({ name, type, project, stack }).filter(([, value]) => value !== "");
  const parent = spec.hasParenturn()
    ? { parent: spec.getParenturn() }
    : spec.getNoparent()
      ? { parent: pulumi.rootStackResource }
      : {};
  return { ...Object.fromEntries(said), ...parent };
}
