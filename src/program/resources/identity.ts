import * as pulumi from "@pulumi/pulumi";
import type { CloudInstance } from "../instances/instance";
import type { CloudName } from "../../model/peering";
import { ACCOUNT_KEYS } from "../../model/peering";
import { handler } from "./providerText";
import { shortStack } from "./sourcePosition";

/** The type of the resource, as previews show it. */
export const IDENTITY_TYPE = "pulumi-nodejs:dynamic/vpcPeering:Identity";

/** Whose keys a provider instance has, and its region: asked once, where the keys are. */
export class Identity extends pulumi.CustomResource {
  declare readonly accountId: pulumi.Output<string>;
  declare readonly projectId: pulumi.Output<string>;
  declare readonly region: pulumi.Output<string>;

  constructor(
    name: string,
    cloud: CloudName,
    where: pulumi.Input<string> | undefined,
    opts: pulumi.CustomResourceOptions,
  ) {
    const outputs = { [ACCOUNT_KEYS[cloud]]: undefined, region: undefined, stateVersion: undefined };
    const done = shortStack("nothing");
    try {
      super(IDENTITY_TYPE, name, { cloud, where, ...outputs, __provider: handler("identity") }, opts);
    } finally {
      done();
    }
  }

  /** The account, or on Huawei Cloud the project. */
  get account(): pulumi.Output<string> {
    // The engine fills in only the one of the two that the cloud has.
    return (this as { accountId?: pulumi.Output<string> }).accountId ?? this.projectId;
  }
}

/** One identity for each provider instance in each run of a program; those of the stack's own config go by the cloud. */
const identities = new WeakMap<object, Map<string, Identity>>();

/** The identity of a provider instance, or of the stack's config; made when first asked for. */
export function identityOf(
  cloud: CloudName,
  instance: CloudInstance | undefined,
  where?: pulumi.Input<string>,
): Identity {
  // Under mocks there may be no stack; then each run has a monitor of its own.
  const owner = instance ?? pulumi.runtime.getStackResource() ?? pulumi.runtime.getMonitor() ?? {};
  const ofOwner = identities.get(owner) ?? new Map<string, Identity>();
  identities.set(owner, ofOwner);
  const name = instance?.instanceName ?? cloud;
  const opts = instance === undefined ? {} : { provider: instance, parent: instance };
  const identity = ofOwner.get(name) ?? new Identity(name, cloud, where, opts);
  ofOwner.set(name, identity);
  return identity;
}
