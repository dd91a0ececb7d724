import type { HandlerName, ResourceKind } from "../../model/resourceKinds";
import { RESOURCE_KINDS } from "../../model/resourceKinds";
import { RESOURCES } from "../lifecycle/resources";
import type { DynamicProvider } from "./dynamicProvider";
import { dynamicProvider } from "./dynamicProvider";

/** A dynamic provider for every kind of resource, by the name of the export that serves it. */
export function dynamicProviders(): Record<HandlerName, DynamicProvider> {
  const kinds = Object.keys(RESOURCE_KINDS) as ResourceKind[];
  return Object.fromEntries(
    kinds.map((kind) => [RESOURCE_KINDS[kind], dynamicProvider(kind, RESOURCES[kind])]),
  ) as Record<HandlerName, DynamicProvider>;
}
