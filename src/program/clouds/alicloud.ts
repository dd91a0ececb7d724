import type * as pulumi from "@pulumi/pulumi";
import { shown } from "../../model/shown";
import type { AccountAccepterArgs, CommonPeeringArgs, RequesterArgs } from "../args";
import { given, isProvider } from "../given";
import { refusal } from "../refusal";
import { CloudInstance, namedIn } from "./cloudInstance";

/** A connection on Alibaba Cloud (API: VpcPeer 2022-01-01). */
export interface AlicloudPeeringArgs extends CommonPeeringArgs {
  /** The cloud of both VPCs. A change replaces the connection. */
  cloud: "alicloud";
  /** The VPC that asks for the connection (CreateVpcPeerConnection). */
  requester: RequesterArgs<AlicloudProvider>;
  /** The VPC that is asked (AcceptVpcPeerConnection). */
  accepter: AccountAccepterArgs<AlicloudProvider>;
  /**
   * Tags on the requester's side, at most 19: one of the cloud's 20 marks the owner. Default: none. Changed in place
   * (TagResources, UnTagResources).
   */
  tags?: pulumi.Input<Record<string, pulumi.Input<string>>> | undefined;
  /**
   * Mbit/s between two regions, a whole number from 1; refused inside one. Default: the cloud's, 1024. Changed in place
   * (ModifyVpcPeerConnection); taken out of the program it stays, and a warning says so.
   */
  bandwidth?: pulumi.Input<number> | undefined;
  /**
   * The quality of a link between two regions; refused inside one. Default: the cloud's, `Gold`. Changed in place
   * (ModifyVpcPeerConnection); taken out of the program it stays, and a warning says so.
   */
  linkType?: pulumi.Input<"Gold" | "Platinum" | "Silver"> | undefined;
  /**
   * The resource group on the requester's side. Default: the account's own. Changed in place (MoveResourceGroup); taken out
   * of the program it stays, and a warning says so.
   */
  resourceGroupId?: pulumi.Input<string> | undefined;
  /**
   * Whether to delete the connection together with the routes that point at it (DeleteVpcPeerConnection, Force). Default:
   * `false`, and a deletion fails as long as routes that this stack did not write point at it. Used at deletion only: set
   * it and run `pulumi up` before `destroy`.
   */
  forceDelete?: pulumi.Input<boolean> | undefined;
}

/** A role to take on with the instance's keys (API: STS AssumeRole). */
export interface AlicloudAssumeRole {
  /** The role, e.g. `acs:ram::1234567890123456:role/peering`. */
  roleArn: pulumi.Input<string>;
  /**
   * The session's name: 2 to 64 letters, digits or characters of `.@-_`. Default: `ALICLOUD_ASSUME_ROLE_SESSION_NAME` or
   * `ALIBABA_CLOUD_ROLE_SESSION_NAME`, else `pulumi-vpc-peering`.
   */
  sessionName?: pulumi.Input<string> | undefined;
  /** How long the session lasts, in seconds: 900 to 43200. Default: `ALICLOUD_ASSUME_ROLE_SESSION_EXPIRATION`, else the cloud's, 3600. */
  sessionExpiration?: pulumi.Input<number> | undefined;
  /** A policy that narrows the role further, as JSON. Default: none. */
  policy?: pulumi.Input<string> | undefined;
  /** The external id that the role's owner asks for. Default: none. */
  externalId?: pulumi.Input<string> | undefined;
}

/**
 * The arguments of {@link AlicloudProvider}, named as the keys of `@pulumi/alicloud`'s config. Without keys,
 * they come from the profile, the environment, or the default chain of Alibaba Cloud's own tools.
 * A change of any updates the instance only, never a connection.
 */
export interface AlicloudProviderArgs {
  /**
   * The region of the VPCs, where they do not say their own, e.g. `cn-hangzhou`. Default: `ALICLOUD_REGION`,
   * `ALIBABA_CLOUD_REGION` or `ALIBABA_CLOUD_REGION_ID`, else that of the profile.
   */
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
  /** The name of the role of the ECS instance this runs on. */
  ecsRoleName?: pulumi.Input<string> | undefined;
  /** A URL that answers temporary keys. Plain http on this machine only. */
  credentialsUri?: pulumi.Input<string> | undefined;
  /**
   * A role to take on with these keys. Default: none; with keys that are not the instance's own, the role of
   * `ALICLOUD_ASSUME_ROLE_ARN` or `ALIBABA_CLOUD_ROLE_ARN`.
   */
  assumeRole?: pulumi.Input<AlicloudAssumeRole> | undefined;
  /**
   * The account (UID) that the keys belong to. If they turn out to belong to another, it is an error, and nothing is
   * changed. Default: the cloud is asked (STS GetCallerIdentity).
   */
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
