import * as pulumi from "@pulumi/pulumi";
import { accountKeyOf } from "../../model/account";
import type { CloudName } from "../../model/clouds";
import { factsOf } from "../../model/clouds";
import { dependingOnAnswer } from "./dependency";
import { identityOf } from "./identities";
import type { CloudInstance } from "../clouds/cloudInstance";
import { orElse } from "../given";

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
      ? [config.get("region"), config.get(accountKeyOf(cloud))]
      : [saidOf(instance).region, saidOf(instance).account];
  return {
    declaredAccount,
    region: () => orElse(region, () => dependingOnAnswer(identityOf(cloud, instance).region)),
    account: (where) =>
      orElse(declaredAccount, () => dependingOnAnswer(identityOf(cloud, instance, where).account)),
  };
}

/** An instance may come from another copy of this package, and an older one. */
function saidOf(instance: CloudInstance): Pick<CloudInstance, "region" | "account"> {
  return (instance as Partial<CloudInstance>).given ?? instance;
}

const warned = new Set<string>();

/** Says once that a secret stands unencrypted in the stack's config, and how to change that. */
function warnOfPlainSecrets(cloud: CloudName): void {
  // The SDK has this, but does not declare it.
  const { isConfigSecret } = pulumi.runtime as { isConfigSecret?: (key: string) => boolean };
  const secrets = Object.entries(factsOf(cloud).settings).filter(([, privacy]) => privacy === "secret");
  for (const key of secrets.map(([name]) => `${cloud}:${name}`)) {
    const isSet = pulumi.runtime.getConfig(key) !== undefined;
    if (!isSet || isConfigSecret?.(key) !== false || warned.has(key)) continue;
    warned.add(key);
    void pulumi.log.warn(
      `${key} stands unencrypted in this stack's config. Encrypt it: pulumi config set --secret ${key}`,
    );
  }
}
