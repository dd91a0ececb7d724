import type * as pulumi from "@pulumi/pulumi";
import type { CommonPeeringArgs, ProjectAccepterArgs, RequesterArgs } from "../args";
import { CloudInstance } from "./cloudInstance";

/** A connection on Huawei Cloud (API: VPC v2.0), within one region. */
export interface HuaweicloudPeeringArgs extends CommonPeeringArgs {
  cloud: "huaweicloud";
  requester: RequesterArgs<HuaweicloudProvider>;
  accepter: ProjectAccepterArgs<HuaweicloudProvider>;
}

/** An agency of another account to act for. */
export interface HuaweicloudAssumeRole {
  agencyName: pulumi.Input<string>;
  /** The account that made the agency. */
  domainName: pulumi.Input<string>;
  /** Seconds, 900 to 86400. Default: `HW_ASSUME_ROLE_DURATION`, else 3600. */
  duration?: pulumi.Input<number> | undefined;
}

/** The arguments of {@link HuaweicloudProvider}, named as the keys of the official package's config. */
export interface HuaweicloudProviderArgs {
  /** The region of the VPCs, where they do not say their own, e.g. `cn-north-4`. */
  region?: pulumi.Input<string> | undefined;
  /** The access key. Stored encrypted. */
  accessKey?: pulumi.Input<string> | undefined;
  /** The secret key. Stored encrypted. */
  secretKey?: pulumi.Input<string> | undefined;
  /** The third part of temporary keys. Stored encrypted. */
  securityToken?: pulumi.Input<string> | undefined;
  /** The project of the VPCs. If the keys turn out to have no access to it, nothing is changed. */
  projectId?: pulumi.Input<string> | undefined;
  /** The project's name. Default: the region's own project. */
  projectName?: pulumi.Input<string> | undefined;
  /** The account's id. */
  domainId?: pulumi.Input<string> | undefined;
  /** The account's name. */
  domainName?: pulumi.Input<string> | undefined;
  /** The domain of the cloud's hosts. Default: `myhuaweicloud.com`. */
  cloud?: pulumi.Input<string> | undefined;
  /** An agency to act for. */
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
