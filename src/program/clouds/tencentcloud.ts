import type * as pulumi from "@pulumi/pulumi";
import type { AccountAccepterArgs, CommonPeeringArgs, RequesterArgs } from "../args";
import { CloudInstance } from "./cloudInstance";

/** A connection on Tencent Cloud (API: vpc 2017-03-12). */
export interface TencentcloudPeeringArgs extends CommonPeeringArgs {
  /** The cloud of both VPCs. A change replaces the connection. */
  cloud: "tencentcloud";
  /** The VPC that asks for the connection (CreateVpcPeeringConnection). */
  requester: RequesterArgs<TencentcloudProvider>;
  /** The VPC that is asked (AcceptVpcPeeringConnection). */
  accepter: AccountAccepterArgs<TencentcloudProvider>;
  /**
   * Tags of the connection, at most 49: one of the cloud's 50 marks the owner. Default: none. The cloud takes tags only
   * when a connection is made (CreateVpcPeeringConnection): a change of them is an error of the preview, unless the
   * connection is replaced for something else. Tags that others put on are left alone.
   */
  tags?: pulumi.Input<Record<string, pulumi.Input<string>>> | undefined;
  /**
   * Mbit/s between two regions, a whole number from 1: required there, refused inside one region. It is billed to the
   * requester. Changed in place (ModifyVpcPeeringConnection).
   */
  bandwidth?: pulumi.Input<number> | undefined;
  /**
   * The quality of a link between two regions; refused inside one. Default: the cloud's. A change replaces the connection
   * (CreateVpcPeeringConnection).
   */
  qosLevel?: pulumi.Input<"PT" | "AU" | "AG"> | undefined;
  /**
   * How a link between two regions is billed; refused inside one. Default: the cloud's. Changed in place
   * (ModifyVpcPeeringConnection); taken out of the program it stays, and a warning says so.
   */
  chargeType?: pulumi.Input<"POSTPAID_BY_DAY_MAX" | "POSTPAID_BY_MONTH_95"> | undefined;
}

/** A role to take on with the instance's keys (API: STS AssumeRole). */
export interface TencentcloudAssumeRole {
  /** The role, e.g. `qcs::cam::uin/100000000001:roleName/peering`. */
  roleArn: pulumi.Input<string>;
  /**
   * The session's name: 2 to 128 letters, digits or characters of `+=,.@_-`. Default:
   * `TENCENTCLOUD_ASSUME_ROLE_SESSION_NAME`, else `pulumi-vpc-peering`.
   */
  sessionName?: pulumi.Input<string> | undefined;
  /** How long the session lasts, in seconds: 1 to 43200. Default: `TENCENTCLOUD_ASSUME_ROLE_SESSION_DURATION`, else the cloud's, 7200. */
  sessionDuration?: pulumi.Input<number> | undefined;
  /** A policy that narrows the role further, as JSON. Default: none. */
  policy?: pulumi.Input<string> | undefined;
  /** The external id that the role's owner asks for. Default: none. */
  externalId?: pulumi.Input<string> | undefined;
}

/**
 * The arguments of {@link TencentcloudProvider}, named as the keys of the official package's config. Without keys, they
 * come from the profile, the environment, the files of Tencent Cloud's own tools, or the role of the machine. A change
 * of any updates the instance only, never a connection.
 */
export interface TencentcloudProviderArgs {
  /**
   * The region of the VPCs, where they do not say their own, by its long name, e.g. `ap-guangzhou`. Default:
   * `TENCENTCLOUD_REGION`, else that of the profile.
   */
  region?: pulumi.Input<string> | undefined;
  /** The id of the secret. Stored encrypted. */
  secretId?: pulumi.Input<string> | undefined;
  /** The secret itself. Stored encrypted. */
  secretKey?: pulumi.Input<string> | undefined;
  /** The third part of temporary keys. Stored encrypted. */
  securityToken?: pulumi.Input<string> | undefined;
  /** A profile: `~/.tccli/<profile>.credential` of the command line, else a section of `~/.tencentcloud/credentials`. */
  profile?: pulumi.Input<string> | undefined;
  /** A role to take on with these keys. Default: `TENCENTCLOUD_ASSUME_ROLE_ARN`, else none. */
  assumeRole?: pulumi.Input<TencentcloudAssumeRole> | undefined;
  /**
   * The main account (UIN) that the keys belong to. If they turn out to belong to another, it is an error, and nothing is
   * changed. Default: the cloud is asked (STS GetCallerIdentity).
   */
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
