import * as pulumi from "@pulumi/pulumi";
import type { CloudName } from "../../model/clouds";
import { accountKeyOf } from "../../model/account";
import { IDENTITY_FUNCTION } from "../../model/resourceKinds";
import { door } from "../resources/door";
import { Identity } from "../resources/identity";
import type { CloudInstance } from "../clouds/cloudInstance";

/** One identity for each provider instance in each run of a program; those of the stack's own config go by the cloud. */
const identities = new WeakMap<object, Map<string, Identity>>();

/** Whose keys an instance has, and its region. */
type Whose = Pick<Identity, "account" | "region">;

/** The identity of a provider instance, or of the stack's config; asked for when it is first needed. */
export function identityOf(
  cloud: CloudName,
  instance: CloudInstance | undefined,
  where?: pulumi.Input<string>,
): Whose {
  return door().hasFunctions ? answered(cloud, instance, where) : resourceOf(cloud, instance, where);
}

function answered(
  cloud: CloudName,
  instance: CloudInstance | undefined,
  where?: pulumi.Input<string>,
): Whose {
  const opts = instance === undefined ? {} : { provider: instance };
  const answer = pulumi.output(pulumi.runtime.invoke(IDENTITY_FUNCTION, { cloud, where }, opts));
  const told = (name: string): pulumi.Output<string> =>
    answer.apply((all) => (all as Record<string, string>)[name] as string);
  return { region: told("region"), account: told(accountKeyOf(cloud)) };
}

function resourceOf(
  cloud: CloudName,
  instance: CloudInstance | undefined,
  where?: pulumi.Input<string>,
): Identity {
  const owner = instance ?? door().run();
  const ofOwner = identities.get(owner) ?? new Map<string, Identity>();
  identities.set(owner, ofOwner);
  const name = instance?.instanceName ?? cloud;
  const opts = instance === undefined ? {} : { provider: instance, parent: instance };
  const identity = ofOwner.get(name) ?? new Identity(name, cloud, where, opts);
  ofOwner.set(name, identity);
  return identity;
}
