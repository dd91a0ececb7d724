import type { Input } from "@pulumi/pulumi";
import type { AlicloudProvider } from "./clouds/alicloud";
import type { HuaweicloudProvider } from "./clouds/huaweicloud";
import type { CloudName } from "../model/peering";
import type { TencentcloudProvider } from "./clouds/tencentcloud";

/** The end that asks for the connection. */
export interface RequesterArgs<Instance> {
  /** The VPC's id. A change replaces the connection. */
  vpcId: Input<string>;
  /** The VPC's region. Default: the region of the provider instance or stack. A change replaces the connection. */
  region?: Input<string> | undefined;
  /** The provider instance with this end's keys. Default: the component's own `provider`, else the stack's config. */
  provider?: Instance | undefined;
}

/** The end that is asked, on clouds whose VPCs belong to accounts. */
export interface AccountAccepterArgs<Instance> extends RequesterArgs<Instance> {
  /**
   * The account that owns the VPC: Alibaba Cloud's UID or Tencent Cloud's UIN, a string (a JavaScript number
   * would lose digits). Default: the account of `provider`, else the requester's own. A change replaces the
   * connection.
   */
  accountId?: Input<string> | undefined;
  /**
   * The provider instance with the accepter's keys. With it, the connection is accepted in the same program;
   * without it, somebody else has to accept a connection to another account.
   */
  provider?: Instance | undefined;
}

/** The end that is asked, on Huawei Cloud, whose VPCs belong to projects. */
export interface ProjectAccepterArgs<Instance> extends RequesterArgs<Instance> {
  /** The project that owns the VPC. Default: the project of `provider`, else the requester's own. A change replaces the connection. */
  projectId?: Input<string> | undefined;
  /** The provider instance with the accepter's keys. With it, the connection is accepted in the same program. */
  provider?: Instance | undefined;
}

/** What can be said of a connection on every cloud. */
export interface CommonPeeringArgs {
  /** The connection's name. Default: the resource's name, fitted to the cloud's rules. Changed in place. */
  name?: Input<string> | undefined;
  /** A description. Changed in place. */
  description?: Input<string> | undefined;
  /**
   * Takes over a connection that exists already: `true` one between these VPCs that no stack owns, an id that
   * very one. From then on this stack owns it, and `pulumi destroy` deletes it. Default: `false`.
   */
  adopt?: Input<boolean | string> | undefined;
  /**
   * When the connection counts as made: once it is `active`, or already while it is `pending`.
   * Default: `active`; `pending` if the peer is another account and `accepter.provider` is not given.
   */
  waitFor?: Input<"active" | "pending"> | undefined;
  /**
   * Whether a preview of a new connection asks the cloud, with read-only calls and dry runs, if it will work: that
   * the VPCs exist, that their addresses do not overlap, that quotas have room, that no other connection is in the
   * way. Default: `vpc-peering:preflight` of the stack's config, else `false`. A change of it changes nothing.
   */
  preflight?: Input<boolean> | undefined;
}

/** A connection on Alibaba Cloud (API: VpcPeer 2022-01-01). */
export interface AlicloudPeeringArgs extends CommonPeeringArgs {
  cloud: "alicloud";
  requester: RequesterArgs<AlicloudProvider>;
  accepter: AccountAccepterArgs<AlicloudProvider>;
  /** Tags on the requester's side, at most 19. Changed in place (TagResources, UnTagResources). */
  tags?: Input<Record<string, Input<string>>> | undefined;
  /** Mbit/s between two regions. Default: the cloud's, 1024. Changed in place (ModifyVpcPeerConnection). */
  bandwidth?: Input<number> | undefined;
  /** The quality of a link between two regions. Default: `Gold`. Changed in place (ModifyVpcPeerConnection). */
  linkType?: Input<"Gold" | "Platinum" | "Silver"> | undefined;
  /** The resource group on the requester's side. Default: the account's own. Changed in place (MoveResourceGroup). */
  resourceGroupId?: Input<string> | undefined;
  /**
   * Whether to delete the connection together with the routes that point at it. Default: `false`, and a
   * deletion fails while such routes exist. Used at deletion only: set it and run `pulumi up` before `destroy`.
   */
  forceDelete?: Input<boolean> | undefined;
}

/** A connection on Tencent Cloud (API: vpc 2017-03-12). */
export interface TencentcloudPeeringArgs extends CommonPeeringArgs {
  cloud: "tencentcloud";
  requester: RequesterArgs<TencentcloudProvider>;
  accepter: AccountAccepterArgs<TencentcloudProvider>;
  /**
   * Tags of the connection, at most 49. A change replaces the connection: the cloud takes tags only when one is
   * made. Tags that others put on are left alone.
   */
  tags?: Input<Record<string, Input<string>>> | undefined;
  /** Mbit/s: required between two regions, refused inside one. Changed in place (ModifyVpcPeeringConnection). */
  bandwidth?: Input<number> | undefined;
  /** The quality of a link between two regions. Default: the cloud's. A change replaces the connection. */
  qosLevel?: Input<"PT" | "AU" | "AG"> | undefined;
  /** How a link between two regions is billed. Default: the cloud's. Changed in place (ModifyVpcPeeringConnection). */
  chargeType?: Input<"POSTPAID_BY_DAY_MAX" | "POSTPAID_BY_MONTH_95"> | undefined;
}

/** A connection on Huawei Cloud (API: VPC v2.0), within one region. */
export interface HuaweicloudPeeringArgs extends CommonPeeringArgs {
  cloud: "huaweicloud";
  requester: RequesterArgs<HuaweicloudProvider>;
  accepter: ProjectAccepterArgs<HuaweicloudProvider>;
}

/** The arguments of {@link VpcPeering}: which cloud, which two VPCs, and what else is to be said of them. */
export type VpcPeeringArgs = AlicloudPeeringArgs | TencentcloudPeeringArgs | HuaweicloudPeeringArgs;

/** One end of a connection as it turned out. */
export interface PeeringEnd {
  vpcId: string;
  region: string;
  /** The owner's account, on Alibaba Cloud and Tencent Cloud. */
  accountId?: string | undefined;
  /** The owner's project, on Huawei Cloud. */
  projectId?: string | undefined;
}

/**
 * The arguments of {@link VpcPeeringAccepter}. Which connection: `connectionId`, or the VPCs of both sides and
 * in `expect` the requester's account. A change of these, or of the decision, decides anew.
 */
export interface VpcPeeringAccepterArgs {
  cloud: CloudName;
  /** The connection's id, if it is known. */
  connectionId?: Input<string> | undefined;
  /** The VPC that asks. */
  requester?: { vpcId: Input<string> } | undefined;
  /** The VPC that is asked. Its region's default is that of the provider instance or stack. */
  accepter?:
    | {
        vpcId?: Input<string> | undefined;
        region?: Input<string> | undefined;
        provider?: AlicloudProvider | TencentcloudProvider | HuaweicloudProvider | undefined;
      }
    | undefined;
  /** Who has to be asking; anything else is an error, and nothing is accepted. What is left out may be anything. */
  expect?:
    | {
        accountId?: Input<string> | undefined;
        projectId?: Input<string> | undefined;
        vpcId?: Input<string> | undefined;
        region?: Input<string> | undefined;
      }
    | undefined;
  /** Default: `accept`. */
  decision?: Input<"accept" | "reject"> | undefined;
  /**
   * What becomes of the connection when this resource is deleted: it is kept, deleted for both sides, or, if
   * it is still pending, rejected. Default: `keep`.
   */
  onDelete?: Input<"keep" | "delete" | "reject"> | undefined;
  /** Tags on the accepter's side, on clouds that have them. Changed in place. */
  tags?: Input<Record<string, Input<string>>> | undefined;
  /** The resource group on the accepter's side (Alibaba Cloud). Changed in place. */
  resourceGroupId?: Input<string> | undefined;
  /** How long to wait for the request, e.g. `30m`. Default: the create deadline, 10 minutes if `customTimeouts` names none. */
  pendingTimeout?: Input<string> | undefined;
}
