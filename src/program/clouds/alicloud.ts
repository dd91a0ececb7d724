import type * as pulumi from "@pulumi/pulumi";
import { shown } from "../../model/shown";
import type { AccountAccepterArgs, CommonPeeringArgs, RequesterArgs } from "../args";
import { given, isProvider } from "../given";
import { refusal } from "../refusal";
import { CloudInstance, namedIn } from "./cloudInstance";

/** A connection on Alibaba Cloud (API: VpcPeer 2022-01-01). */
export interface AlicloudPeeringArgs extends CommonPeeringArgs {
  cloud: "alicloud";
  requester: RequesterArgs<AlicloudProvider>;
  accepter: AccountAccepterArgs<AlicloudProvider>;
  /** Tags on the requester's side, at most 19. Changed in place (TagResources, UnTagResources). */
  tags?: pulumi.Input<Record<string, pulumi.Input<string>>> | undefined;
  /** Mbit/s between two regions. Default: the cloud's, 1024. Changed in place (ModifyVpcPeerConnection). */
  bandwidth?: pulumi.Input<number> | undefined;
  /** The quality of a link between two regions. Default: `Gold`. Changed in place (ModifyVpcPeerConnection). */
  linkType?: pulumi.Input<"Gold" | "Platinum" | "Silver"> | undefined;
  /** The resource group on the requester's side. Default: the account's own. Changed in place (MoveResourceGroup). */
  resourceGroupId?: pulumi.Input<string> | undefined;
  /**
   * Whether to delete the connection together with the routes that point at it. Default: `false`, and a
   * deletion fails while such routes exist. Used at deletion only: set it and run `pulumi up` before `destroy`.
   */
  forceDelete?: pulumi.Input<boolean> | undefined;
}

/** A role to take on with the instance's keys (API: STS AssumeRole). */
export interface AlicloudAssumeRole {
  /** E.g. `acs:ram::123456789012****:role/peering`. */
  roleArn: pulumi.Input<string>;
  /** Default: `ALICLOUD_ASSUME_ROLE_SESSION_NAME` or `ALIBABA_CLOUD_ROLE_SESSION_NAME`, else `pulumi-vpc-peering`. */
  sessionName?: pulumi.Input<string> | undefined;
  /** Seconds, 900 to 43200. Default: `ALICLOUD_ASSUME_ROLE_SESSION_EXPIRATION`, else the cloud's, 3600. */
  sessionExpiration?: pulumi.Input<number> | undefined;
  /** A policy that narrows the role further, as JSON. */
  policy?: pulumi.Input<string> | undefined;
  /** What the role's owner asks for, against confusion of deputies. */
  externalId?: pulumi.Input<string> | undefined;
}

/**
 * The arguments of {@link AlicloudProvider}, named as the keys of `@pulumi/alicloud`'s config. Without keys,
 * they come from the profile, the environment, or the default chain of Alibaba Cloud's own tools.
 * A change of any updates the instance only, never a connection.
 */
export interface AlicloudProviderArgs {
  /** The region of the VPCs, where they do not say their own, e.g. `cn-hangzhou`. */
  region?: pulumi.Input<string> | undefined;
  /** The access key's id. Stored encrypted. */
  accessKey?: pulumi.Input<string> | undefined;
  /** The access key's secret. Stored encrypted. */
  secretKey?: pulumi.Input<string> | undefined;
  /** The third part of temporary keys. Stored encrypted. */
  securityToken?: pulumi.Input<string> | undefined;
  /** A profile of `~/.aliyun/config.json`. */
  profile?: pulumi.Input<string> | undefined;
  /** Another file of profiles than `~/.aliyun/config.json`. */
  sharedCredentialsFile?: pulumi.Input<string> | undefined;
  /** The role of the ECS instance this runs on. */
  ecsRoleName?: pulumi.Input<string> | undefined;
  /** A URL that answers temporary keys. */
  credentialsUri?: pulumi.Input<string> | undefined;
  /** A role to take on. */
  assumeRole?: pulumi.Input<AlicloudAssumeRole> | undefined;
  /** The account the keys belong to. If they turn out to belong to another, nothing is changed. */
  accountId?: pulumi.Input<string> | undefined;
  /** One URL for all products, instead of Alibaba Cloud's own: the emulator's, say. Plain http on this machine only. */
  endpoint?: pulumi.Input<string> | undefined;
}

/** What `alicloud.Provider` of `@pulumi/alicloud` shows of itself. */
export interface OfficialAlicloudProvider extends pulumi.ProviderResource {
  readonly region: pulumi.Output<string | undefined>;
  readonly accessKey: pulumi.Output<string | undefined>;
  readonly secretKey: pulumi.Output<string | undefined>;
  readonly securityToken: pulumi.Output<string | undefined>;
  readonly profile: pulumi.Output<string | undefined>;
  readonly sharedCredentialsFile: pulumi.Output<string | undefined>;
  readonly ecsRoleName: pulumi.Output<string | undefined>;
  readonly credentialsUri: pulumi.Output<string | undefined>;
  readonly accountId: pulumi.Output<string | undefined>;
}

/**
 * A set of keys for Alibaba Cloud.
 *
 * @example
 * const spoke = new AlicloudProvider("spoke", { region: "cn-beijing", profile: "spoke" });
 */
export class AlicloudProvider extends CloudInstance {
  constructor(name: string, args: AlicloudProviderArgs = {}, opts?: pulumi.ResourceOptions) {
    super("alicloud", name, args, opts);
  }

  /**
   * The same keys as those of an `alicloud.Provider` of `@pulumi/alicloud`. That class does not show its
   * `assumeRole` and its `endpoints`, which only its constructor sees: give them again in `overrides`.
   *
   * @param overrides What to set besides, or instead.
   * @param name The instance's name, if one provider is taken over twice. Default: that of the provider.
   */
  static from(
    provider: OfficialAlicloudProvider,
    overrides?: AlicloudProviderArgs,
    name = nameOf(provider),
  ): AlicloudProvider {
    const named = given(`AlicloudProvider.from ${name}`, { ...overrides });
    const { region, accessKey, secretKey, securityToken, profile } = provider;
    const { sharedCredentialsFile, ecsRoleName, credentialsUri, accountId } = provider;
    const keys = { region, accessKey, secretKey, securityToken, profile };
    const taken = { ...keys, sharedCredentialsFile, ecsRoleName, credentialsUri, accountId };
    const instance = new AlicloudProvider(name, { ...(taken as AlicloudProviderArgs), ...named });
    // What the provider shows may turn out to be nothing, so only the overrides count as named.
    return Object.assign(instance, namedIn("alicloud", named));
  }
}

/** The SDK knows every resource's name, but does not declare it. */
function nameOf(provider: unknown): string {
  if (!isProvider(provider)) {
    throw refusal(
      `AlicloudProvider.from is given ${shown(provider)}: it must be a provider of @pulumi/alicloud.`,
    );
  }
  return (provider as unknown as { __name?: string }).__name ?? "alicloud";
}
