import type { Input } from "@pulumi/pulumi";
import type { CloudName } from "../model/clouds";
import type { AnyCloudProvider } from "./clouds/registry";
import type { RoutesArgs } from "./routes";

/** The end that is asked, in a stack of its own. */
export interface OwnEndArgs {
  /** The VPC's id. Needed to find the connection where `connectionId` is not given, and for routes. A change decides anew. */
  vpcId?: Input<string> | undefined;
  /** The VPC's region. Default: the region of the provider instance or stack. A change decides anew. */
  region?: Input<string> | undefined;
  /**
   * The provider instance with this end's keys. Default: the component's own `provider`, else the stack's config. A
   * change changes nothing in the cloud.
   */
  provider?: AnyCloudProvider | undefined;
  /**
   * Routes in the tables of this VPC, through the connection, once it is active. They need `vpcId`, and on Tencent Cloud
   * and Huawei Cloud `destinations`, since there only its owner sees the other VPC's blocks. Changed in place. Default:
   * none.
   */
  routes?: boolean | RoutesArgs | undefined;
}

/**
 * The arguments of {@link VpcPeeringAccepter}. Which connection: `connectionId`, or the VPCs of both sides and
 * in `expect` the requester's account. A change of the connection, of the VPCs or of the decision decides anew: this resource
 * is replaced, and `onDelete` holds for the old connection.
 */
export interface VpcPeeringAccepterArgs {
  /** The cloud of both VPCs. A change decides anew. */
  cloud: CloudName;
  /** The connection's id, if it is known. Without it, the VPCs of both sides tell which is meant. A change decides anew. */
  connectionId?: Input<string> | undefined;
  /** The VPC that asks, by its id. A change decides anew. */
  requester?: { vpcId: Input<string> } | undefined;
  /** The VPC that is asked, whose owner's keys decide. */
  accepter?: OwnEndArgs | undefined;
  /**
   * Who has to be asking; anything else is an error, and nothing is accepted. What is left out may be anything. Looked at
   * when this decides; a later change calls nothing.
   */
  expect?:
    | {
        /** The requester's account, on Alibaba Cloud and Tencent Cloud. Needed where `connectionId` is not given. */
        accountId?: Input<string> | undefined;
        /** The requester's project, on Huawei Cloud. Needed where `connectionId` is not given. */
        projectId?: Input<string> | undefined;
        /** The requester's VPC. */
        vpcId?: Input<string> | undefined;
        /** The region of the requester's VPC. */
        region?: Input<string> | undefined;
      }
    | undefined;
  /**
   * What to answer. Default: `accept` (AcceptVpcPeerConnection; Tencent Cloud: AcceptVpcPeeringConnection; Huawei Cloud:
   * AcceptVpcPeering); `reject` takes the action that begins with Reject. To reject what is active already is an error. A
   * change decides anew.
   */
  decision?: Input<"accept" | "reject"> | undefined;
  /**
   * What becomes of the connection when this resource is deleted: it is kept, deleted for both sides, or, if
   * it is still pending, rejected. Default: `keep`. Used at deletion only: set it and run `pulumi up` before `destroy`.
   */
  onDelete?: Input<"keep" | "delete" | "reject"> | undefined;
  /**
   * Tags on the accepter's side, at most 20, on Alibaba Cloud; refused elsewhere. Default: none. Changed in place
   * (TagResources, UnTagResources).
   */
  tags?: Input<Record<string, Input<string>>> | undefined;
  /**
   * The resource group on the accepter's side, on Alibaba Cloud; refused elsewhere. Default: the account's own. Changed in
   * place (MoveResourceGroup).
   */
  resourceGroupId?: Input<string> | undefined;
  /**
   * How long to wait for the request, such as `90s`, `30m` or `1h30m`, besides what the rest may take; if none has come by
   * then, it is an error. Default: the create deadline, 10 minutes if `customTimeouts` names none. A change calls nothing.
   */
  pendingTimeout?: Input<string> | undefined;
}
