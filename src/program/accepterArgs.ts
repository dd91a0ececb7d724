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
  /** The provider instance with this end's keys. Default: the component's own `provider`, else the stack's config. */
  provider?: AnyCloudProvider | undefined;
  /**
   * Routes in the tables of this VPC, through the connection, once it is active. They need `vpcId`; and but on Alibaba
   * Cloud `destinations`, since only its owner sees the other VPC. Changed in place. Default: none.
   */
  routes?: boolean | RoutesArgs | undefined;
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
  accepter?: OwnEndArgs | undefined;
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
  /**
   * How long to wait for the request, e.g. `30m`, besides what the rest may take. Default: the create deadline, 10 minutes
   * if `customTimeouts` names none.
   */
  pendingTimeout?: Input<string> | undefined;
}
