import * as pulumi from "@pulumi/pulumi";
import type { CloudName } from "../../model/peering";
import { ACCOUNT_KEYS } from "../../model/peering";
import { CONNECTION_TYPE } from "../resources/connection";
import { identityOf } from "../resources/identity";
import { CloudInstance } from "./instance";

const CLASS_NAMES: Record<CloudName, string> = {
  alicloud: "an AlicloudProvider",
  tencentcloud: "a TencentcloudProvider",
  huaweicloud: "a HuaweicloudProvider",
};

/** The provider instance for one side of a connection; none means the stack's own config. Refuses those of other clouds. */
export function chooseInstance(
  cloud: CloudName,
  side: "requester" | "accepter",
  given: pulumi.ProviderResource | undefined,
): CloudInstance | undefined {
  if (given === undefined || (isCloudInstance(given) && given.cloud === cloud)) return given;
  const found = isCloudInstance(given)
    ? CLASS_NAMES[given.cloud]
    : `a provider of package ${packageOf(given)}`;
  const remedy =
    cloud === "alicloud" && packageOf(given) === "alicloud"
      ? "Use AlicloudProvider.from(provider)."
      : `Use ${CLASS_NAMES[cloud]}.`;
  throw new pulumi.RunError(`${side}.provider is ${found}, but cloud is "${cloud}". ${remedy}`);
}

/** The SDK knows the package of every provider, but does not declare it. */
function packageOf(provider: pulumi.ProviderResource): string {
  return (provider as unknown as { getPackage(): string }).getPackage();
}

/** Two copies of this package may meet in one program, so the class alone does not tell. */
function isCloudInstance(provider: pulumi.ProviderResource): provider is CloudInstance {
  return provider instanceof CloudInstance || ("cloud" in provider && "instanceName" in provider);
}

/** The provider that a component was given, or inherits. */
export function providerOf(
  component: pulumi.Resource,
  opts: pulumi.ComponentResourceOptions,
): pulumi.ProviderResource | undefined {
  return opts.provider ?? component.getProvider(CONNECTION_TYPE);
}

/** What is known of one side without the program saying it. Whatever no setting names is asked of the cloud. */
export interface Surroundings {
  /** The account (project) that settings name. */
  declaredAccount: pulumi.Input<string> | undefined;
  region(): pulumi.Input<string>;
  /** `region` is where the VPC is, if the program says so. */
  account(region?: pulumi.Input<string>): pulumi.Input<string>;
}

/** The surroundings of a provider instance, or of the stack's config. */
export function surroundingsOf(cloud: CloudName, instance: CloudInstance | undefined): Surroundings {
  const config = new pulumi.Config(cloud);
  if (instance === undefined) warnOfPlainSecrets(cloud);
  const [region, declaredAccount] =
    instance === undefined
      ? [config.get("region"), config.get(ACCOUNT_KEYS[cloud])]
      : [instance.region, instance.account];
  return {
    declaredAccount,
    region: () => region ?? identityOf(cloud, instance).region,
    account: (where) => declaredAccount ?? identityOf(cloud, instance, where).account,
  };
}

const warned = new Set<string>();

/** Says once that a secret stands unencrypted in the stack's config, and how to change that. */
function warnOfPlainSecrets(cloud: CloudName): void {
  // The SDK has this, but does not declare it.
  const { isConfigSecret } = pulumi.runtime as { isConfigSecret?: (key: string) => boolean };
  for (const key of ["secretKey", "securityToken"].map((name) => `${cloud}:${name}`)) {
    const isSet = pulumi.runtime.getConfig(key) !== undefined;
    if (!isSet || isConfigSecret?.(key) !== false || warned.has(key)) continue;
    warned.add(key);
    void pulumi.log.warn(
      `${key} stands unencrypted in this stack's config. Encrypt it: pulumi config set --secret ${key}`,
    );
  }
}
