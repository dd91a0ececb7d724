import type * as pulumi from "@pulumi/pulumi";
import type { CloudName } from "../../model/clouds";
import { providerClassOf } from "../../model/providerClass";
import { shown } from "../../model/shown";
import { takingOver } from "../clouds/registry";
import { CloudInstance } from "../clouds/cloudInstance";
import { isProvider } from "../given";
import { refusal } from "../refusal";
import { door } from "../resources/door";

/** The provider instance for one side of a connection; none means the stack's own config. Refuses those of other clouds. */
export function chooseInstance(
  cloud: CloudName,
  side: string,
  given: pulumi.ProviderResource | undefined,
): CloudInstance | undefined {
  const [complaint] = complaintsAboutInstance(cloud, side, given);
  if (complaint !== undefined) throw refusal(complaint);
  return given as CloudInstance | undefined;
}

/** What is wrong with the provider instance for a side: it is none, or one of another cloud. */
export function complaintsAboutInstance(cloud: CloudName, side: string, given: unknown): string[] {
  if (given === undefined || (isCloudInstance(given) && given.cloud === cloud)) return [];
  const found = isCloudInstance(given) ? withArticle(providerClassOf(given.cloud)) : described(given);
  const remedy = isProvider(given) && packageOf(given) === cloud ? takingOver(cloud) : undefined;
  return [
    `${side}.provider is ${found}, but cloud is "${cloud}". Use ${remedy ?? withArticle(providerClassOf(cloud))}.`,
  ];
}

function withArticle(className: string): string {
  return `${/^[AEIOU]/.test(className) ? "an" : "a"} ${className}`;
}

function described(given: unknown): string {
  return isProvider(given) ? `a provider of package ${packageOf(given)}` : shown(given);
}

/** The SDK knows the package of every provider, but does not declare it. */
function packageOf(provider: pulumi.ProviderResource): string {
  return (provider as unknown as { getPackage(): string }).getPackage();
}

/** Two copies of this package may meet in one program, so the class alone does not tell. */
function isCloudInstance(provider: unknown): provider is CloudInstance {
  if (!isProvider(provider)) return false;
  return provider instanceof CloudInstance || ("cloud" in provider && "instanceName" in provider);
}

/** The provider that a component was given, or inherits. */
export function providerOf(
  component: pulumi.Resource,
  opts: pulumi.ComponentResourceOptions,
): pulumi.ProviderResource | undefined {
  return opts.provider ?? component.getProvider(door().tokenOf("Connection"));
}
