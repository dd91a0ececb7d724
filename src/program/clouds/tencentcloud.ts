import type * as pulumi from "@pulumi/pulumi";
import type { AccountAccepterArgs, CommonPeeringArgs, RequesterArgs } from "../args";
import { CloudInstance } from "./cloudInstance";

/** A connection on Tencent Cloud (API: vpc 2017-03-12). */
export interface TencentcloudPeeringArgs extends CommonPeeringArgs {
  cloud: "tencentcloud";
  requester: RequesterArgs<TencentcloudProvider>;
  accepter: AccountAccepterArgs<TencentcloudProvider>;
  /**
   * Tags of the connection, at most 49. A change replaces the connection: the cloud takes tags only when one is
   * made. Tags that others put on are left alone.
   */
  tags?: pulumi.Input<Record<string, pulumi.Input<string>>> | undefined;
  /** Mbit/s: required between two regions, refused inside one. Changed in place (ModifyVpcPeeringConnection). */
  bandwidth?: pulumi.Input<number> | undefined;
  /** The quality of a link between two regions. Default: the cloud's. A change replaces the connection. */
  qosLevel?: pulumi.Input<"PT" | "AU" | "AG"> | undefined;
  /** How a link between two regions is billed. Default: the cloud's. Changed in place (ModifyVpcPeeringConnection). */
  chargeType?: pulumi.Input<"POSTPAID_BY_DAY_MAX" | "POSTPAID_BY_MONTH_95"> | undefined;
}

/** A role to take on with the instance's keys (API: STS AssumeRole). */
export interface TencentcloudAssumeRole {
  /** E.g. `qcs::cam::uin/100000000001:roleName/peering`. */
  roleArn: pulumi.Input<string>;
  /** Default: `TENCENTCLOUD_ASSUME_ROLE_SESSION_NAME`, else `pulumi-vpc-peering`. */
  sessionName?: pulumi.Input<string> | undefined;
  /** Seconds, 1 to 43200. Default: `TENCENTCLOUD_ASSUME_ROLE_SESSION_DURATION`, else the cloud's, 7200. */
  sessionDuration?: pulumi.Input<number> | undefined;
  /** A policy that narrows the role further, as JSON. */
  policy?: pulumi.Input<string> | undefined;
  /** What the role's owner asks for, against confusion of deputies. */
  externalId?: pulumi.Input<string> | undefined;
}

/**
 * The arguments of {@link TencentcloudProvider}, named as the keys of the official package's config. Without keys, they
 * come from the profile, the environment, the files of Tencent Cloud's own tools, or the role of the machine. A change
 * of any updates the instance only, never a connection.
 */
export interface TencentcloudProviderArgs {
  /** The region of the VPCs, where they do not say their own, e.g. `ap-guangzhou`. */
  region?: pulumi.Input<string> | undefined;
  /** The id of the secret. Stored encrypted. */
  secretId?: pulumi.Input<string> | undefined;
  /** The secret itself. Stored encrypted. */
  secretKey?: pulumi.Input<string> | undefined;
  /** The third part of temporary keys. Stored encrypted. */
  securityToken?: pulumi.Input<string> | undefined;
  /** A profile of Tencent Cloud's command line: `~/.tccli/<profile>.credential`. */
  profile?: pulumi.Input<string> | undefined;
  /** A role to take on. */
  assumeRole?: pulumi.Input<TencentcloudAssumeRole> | undefined;
  /** The account (UIN) the keys belong to. If they turn out to belong to another, nothing is changed. */
  accountId?: pulumi.Input<string> | undefined;
  /** One URL for all products, instead of Tencent Cloud's own. Plain http on this machine only. */
  endpoint?: pulumi.Input<string> | undefined;
}

/**
 * A set of keys for Tencent Cloud.
 *
 * @example
 * const spoke = new TencentcloudProvider("spoke", { region: "ap-shanghai", profile: "spoke" });
 */
export class TencentcloudProvider extends CloudInstance {
  constructor(name: string, args: TencentcloudProviderArgs = {}, opts?: pulumi.ResourceOptions) {
    super("tencentcloud", name, args, opts);
  }
}
