import type * as pulumi from "@pulumi/pulumi";
import type { AccountAccepterArgs, CommonPeeringArgs, RequesterArgs } from "../args";
import { CloudInstance } from "./cloudInstance";

/** A connection on Nova Cloud. Every change replaces it. */
export interface NovacloudPeeringArgs extends CommonPeeringArgs {
  cloud: "novacloud";
  requester: RequesterArgs<NovacloudProvider>;
  accepter: AccountAccepterArgs<NovacloudProvider>;
  /** Tags. A change replaces the connection. */
  tags?: pulumi.Input<Record<string, pulumi.Input<string>>> | undefined;
}

/** The arguments of {@link NovacloudProvider}. */
export interface NovacloudProviderArgs {
  /** The region of the VPCs, where they do not say their own. */
  region?: pulumi.Input<string> | undefined;
  /** The key that goes with each call. Stored encrypted. */
  apiKey?: pulumi.Input<string> | undefined;
  /** The account of the VPCs. If the key turns out to belong to another one, nothing is changed. */
  accountId?: pulumi.Input<string> | undefined;
  /** One URL, instead of Nova Cloud's own. Plain http on this machine only. */
  endpoint?: pulumi.Input<string> | undefined;
}

/** A key for Nova Cloud. */
export class NovacloudProvider extends CloudInstance {
  constructor(name: string, args: NovacloudProviderArgs = {}, opts?: pulumi.ResourceOptions) {
    super("novacloud", name, { ...args }, opts);
  }
}
