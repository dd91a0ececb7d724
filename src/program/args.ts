import type { Input } from "@pulumi/pulumi";
import type { RoutesArgs } from "./routes";

/** The end that asks for the connection. */
export interface RequesterArgs<Instance> {
  /** The VPC's id. A change replaces the connection. */
  vpcId: Input<string>;
  /**
   * The VPC's region. Default: that of this end's provider instance; of an accepter without one, the requester's; else
   * that of the stack. A change replaces the connection.
   */
  region?: Input<string> | undefined;
  /**
   * The provider instance with this end's keys. Default: the component's own `provider`, else the stack's config. A
   * change changes nothing in the cloud.
   */
  provider?: Instance | undefined;
  /**
   * Routes in this VPC's own route tables, through the connection, written with this end's keys. `false` writes none.
   * Changed in place. Default: the component's `routes`.
   */
  routes?: boolean | RoutesArgs | undefined;
}

/** The end that is asked, on clouds whose VPCs belong to accounts. */
export interface AccountAccepterArgs<Instance> extends RequesterArgs<Instance> {
  /**
   * The account that owns the VPC: Alibaba Cloud's UID or Tencent Cloud's UIN, as text. A number is taken where it has
   * lost no digit, up to 9007199254740991. Default: the account of `provider`, else the requester's own. An account that
   * the keys of `provider` are not of is an error. A change replaces the connection.
   */
  accountId?: Input<string> | undefined;
  /**
   * The provider instance with the accepter's keys. With it, the connection is accepted in the same program; without it,
   * somebody else has to accept a connection to another account. Default: none; of a mesh's member, the mesh's. A change
   * accepts, if nobody has yet.
   */
  provider?: Instance | undefined;
}

/** The end that is asked, on Huawei Cloud, whose VPCs belong to projects. */
export interface ProjectAccepterArgs<Instance> extends RequesterArgs<Instance> {
  /**
   * The project that owns the VPC: its id, 32 hexadecimal digits. Default: the project of `provider`, else the requester's
   * own. A project that the keys of `provider` are not of is an error. A change replaces the connection.
   */
  projectId?: Input<string> | undefined;
  /**
   * The provider instance with the accepter's keys. With it, the connection is accepted in the same program; without it,
   * somebody else has to accept a connection to another project. Default: none; of a mesh's member, the mesh's. A change
   * accepts, if nobody has yet.
   */
  provider?: Instance | undefined;
}

/** What can be said of a connection on every cloud. */
export interface CommonPeeringArgs {
  /**
   * The connection's name. Default: the resource's name, fitted to the cloud's rules. Changed in place
   * (ModifyVpcPeerConnection; Tencent Cloud: ModifyVpcPeeringConnection; Huawei Cloud: UpdateVpcPeering).
   */
  name?: Input<string> | undefined;
  /**
   * A description, on Alibaba Cloud and Huawei Cloud; refused on Tencent Cloud, whose connections have none. Default:
   * none. Changed in place (ModifyVpcPeerConnection; Huawei Cloud: UpdateVpcPeering). Taken out of the program, it is
   * cleared on Huawei Cloud; on Alibaba Cloud it stays, and a warning says so.
   */
  description?: Input<string> | undefined;
  /**
   * Takes over a connection that exists already: `true` one between these VPCs that no stack owns, an id that
   * very one. From then on this stack owns it, and `pulumi destroy` deletes it. Default: `false`, and a pair of VPCs that
   * is connected already is an error. Used when the connection is made; a later change calls nothing.
   */
  adopt?: Input<boolean | string> | undefined;
  /**
   * When the connection counts as made: once it is `active`, or already while it is `pending`.
   * Default: `active`; `pending` if the peer is another account and `accepter.provider` is not given. A connection that
   * is not there by the deadline is an error, and the next `up` goes on with it. A change waits, and changes nothing.
   */
  waitFor?: Input<"active" | "pending"> | undefined;
  /**
   * Routes on both sides, through the connection, so that it carries traffic: `true` for all blocks of the other VPC
   * in all route tables. What an end says itself in `requester.routes` or `accepter.routes` goes before it.
   * Changed in place. Default: none are written, and none are looked at.
   */
  routes?: boolean | RoutesArgs | undefined;
  /**
   * Whether a preview of a new connection asks the cloud, with read-only calls and dry runs, if it will work: that
   * the VPCs exist, that their addresses do not overlap, that quotas have room, that no other connection is in the
   * way. What would go wrong is an error of the preview. Default: `vpc-peering:preflight` of the stack's config, else
   * `false`. A change of it changes nothing.
   */
  preflight?: Input<boolean> | undefined;
}

/** One end of a connection as it turned out. */
export interface PeeringEnd {
  /** The VPC's id. */
  vpcId: string;
  /** The VPC's region. */
  region: string;
  /** The owner's account, on Alibaba Cloud and Tencent Cloud. */
  accountId?: string | undefined;
  /** The owner's project, on Huawei Cloud. */
  projectId?: string | undefined;
}
