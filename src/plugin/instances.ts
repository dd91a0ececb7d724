import type { ProviderResource } from "@pulumi/pulumi";
import type { CloudName } from "../model/clouds";
import { nameInUrn } from "../model/owner";
import type { Sdk } from "./sdk";
import { PACKAGE } from "./tokens";

/** Has references to provider instances of this package arrive as such, each with its name. */
export function receiveInstances({ pulumi, runtime }: Sdk, version: string): void {
  class Instance extends pulumi.ProviderResource {}
  runtime.rpc.registerResourcePackage(PACKAGE, {
    version,
    constructProvider: (name, _type, urn) => named(new Instance(PACKAGE, name, {}, { urn }), name),
  });
}

/** The instance at a reference such as `urn:pulumi:dev::net::pulumi:providers:vpc-peering::hub::1b2c`. */
export function instanceAt(reference: string, { runtime }: Sdk): ProviderResource {
  const urn = reference.slice(0, reference.lastIndexOf("::"));
  return named(new runtime.resource.DependencyProviderResource(reference), nameInUrn(urn));
}

/** Inputs in which each instance says for which cloud it is used, as the components look for it. */
export function forCloud(value: unknown, cloud: CloudName, { pulumi }: Sdk): unknown {
  if (pulumi.Resource.isInstance(value)) return Object.assign(value, { cloud });
  if (pulumi.Output.isInstance(value) || typeof value !== "object" || value === null || Array.isArray(value))
    return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => [name, forCloud(part, cloud, { pulumi } as Sdk)]),
  );
}

/** Its settings are in its own process alone: whose keys it has is asked there. */
function named(instance: ProviderResource, instanceName: string): ProviderResource {
  return Object.assign(instance, { instanceName, given: {}, areSettingsKnown: Promise.resolve(true) });
}
