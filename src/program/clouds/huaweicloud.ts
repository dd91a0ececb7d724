import type * as pulumi from "@pulumi/pulumi";
import type { CommonPeeringArgs, ProjectAccepterArgs, RequesterArgs } from "../args";
import { CloudInstance } from "./cloudInstance";

/** A connection on Huawei Cloud (API: VPC v2.0), within one region. */
export interface HuaweicloudPeeringArgs extends CommonPeeringArgs {
  /** The cloud of both VPCs. A change replaces the connection. */
  cloud: "huaweicloud";
  /** The VPC that asks for the connection (CreateVpcPeering). */
  requester: RequesterArgs<HuaweicloudProvider>;
  /** The VPC that is asked (AcceptVpcPeering), in the requester's region. */
  accepter: ProjectAccepterArgs<HuaweicloudProvider>;
}

/** An agency of another account to act for (API: IAM CreateTemporaryAccessKeyByAgency). */
export interface HuaweicloudAssumeRole {
  /** The agency's name. */
  agencyName: pulumi.Input<string>;
  /** The name of the account that made the agency. */
  domainName: pulumi.Input<string>;
  /** How long its keys last, in seconds: 900 to 86400. Default: `HW_ASSUME_ROLE_DURATION`, else 3600. */
  duration?: pulumi.Input<number> | undefined;
}

/**
 * The arguments of {@link HuaweicloudProvider}, named as the keys of the official package's config. Without keys, they
 * come from the environment, or from the profile in use of Huawei Cloud's command line. A change of any updates the instance
 * only, never a connection.
 */
export interface HuaweicloudProviderArgs {
  /**
   * The region of the VPCs, where they do not say their own, e.g. `cn-north-4`. Default: `HUAWEICLOUD_SDK_REGION_ID`,
   * `HW_REGION_NAME` or `OS_REGION_NAME`, else that of the profile.
   */
  region?: pulumi.Input<string> | undefined;
  /** The access key. Stored encrypted. */
  accessKey?: pulumi.Input<string> | undefined;
  /** The secret key. Stored encrypted. */
  secretKey?: pulumi.Input<string> | undefined;
  /** The third part of temporary keys. Stored encrypted. */
  securityToken?: pulumi.Input<string> | undefined;
  /**
   * The project of the VPCs: its id, 32 hexadecimal digits. If the keys turn out to have no access to it, it is an error,
   * and nothing is changed. Default: the one called `projectName`, for which the cloud is asked (IAM
   * KeystoneListProjects).
   */
  projectId?: pulumi.Input<string> | undefined;
  /** The project's name. Default: that of the region, which is the name of the region's own project. */
  projectName?: pulumi.Input<string> | undefined;
  /** The account's id. It is taken, and not needed. */
  domainId?: pulumi.Input<string> | undefined;
  /** The account's name. It is taken, and not needed. */
  domainName?: pulumi.Input<string> | undefined;
  /** The domain of the cloud's hosts. Default: `HW_CLOUD`, else `myhuaweicloud.com`, and `myhuaweicloud.eu` for regions `eu-west-1…`. */
  cloud?: pulumi.Input<string> | undefined;
  /** An agency to act for. Default: `HW_ASSUME_ROLE_AGENCY_NAME` with `HW_ASSUME_ROLE_DOMAIN_NAME`, else none. */
  assumeRole?: pulumi.Input<HuaweicloudAssumeRole> | undefined;
  /** One URL for all services, instead of Huawei Cloud's own. Plain http on this machine only. */
  endpoint?: pulumi.Input<string> | undefined;
}

/** A set of keys for Huawei Cloud. */
export class HuaweicloudProvider extends CloudInstance {
  constructor(name: string, args: HuaweicloudProviderArgs = {}, opts?: pulumi.ResourceOptions) {
    super("huaweicloud", name, args, opts);
  }
}
