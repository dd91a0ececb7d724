import type { CloudName } from "../../../model/clouds";
import type { AccepterLabel } from "../../../model/clouds/facts";
import { defined } from "../../../model/defined";
import type { SideInputs } from "../../../model/peering";
import type { Properties } from "../../../model/properties";
import type { Told } from "../../../model/told";
import type { PeeringStatus } from "../../../model/status";
import type { Routed } from "../connection/ends";

/** What an accepter can say of a connection on its own side. */
export type Labels = Pick<Properties, AccepterLabel>;

/** Who is expected to ask; what is left out may be anything. */
export type Expected = Partial<SideInputs>;

/**
 * The inputs of `vpcPeering:Acceptance`. In a `VpcPeering` it only says yes; in a `VpcPeeringAccepter`, which
 * always has a `decision`, it also finds the request, checks who asks, and may end the connection.
 */
export interface AcceptanceInputs extends Labels {
  cloud: CloudName;
  connectionId?: string;
  requester?: Pick<SideInputs, "vpcId">;
  accepter: Omit<SideInputs, "vpcId"> & { vpcId?: string };
  expect?: Expected;
  decision?: "accept" | "reject";
  onDelete?: "keep" | "delete" | "reject";
  /** How long to wait for somebody to ask; until the deadline if left out. */
  pendingTimeout?: string;
  preflight?: boolean;
  /** The requester's address blocks, if its own preflight could not compare them. */
  __blocks?: string[];
  /** For the preflight alone: a hub or a mesh tells what is wrong with any of its connections. */
  __together?: boolean;
  /** And what it is told. */
  __told?: Told;
  /** Routes through it need to know the blocks of the two VPCs. */
  __routed?: Routed;
}

/** What a `VpcPeeringAccepter` says, for its outputs. */
export type StandaloneInputs = Omit<AcceptanceInputs, "cloud" | "__routed">;

/** The inputs that only an acceptance has. */
export function standaloneIn(inputs: AcceptanceInputs): StandaloneInputs {
  const { connectionId, requester, accepter, expect, decision, onDelete, tags } = inputs;
  const { resourceGroupId, pendingTimeout } = inputs;
  const asked = { connectionId, requester, expect, decision, onDelete };
  return { accepter, ...defined({ ...asked, tags, resourceGroupId, pendingTimeout }) };
}

/** What the accepter says of the connection on its own side. */
export function labelsIn(inputs: Labels): Labels {
  return defined({ tags: inputs.tags, resourceGroupId: inputs.resourceGroupId });
}

/** The status of a connection once the decision is made. */
export function wantedStatus({ decision }: Pick<AcceptanceInputs, "decision">): PeeringStatus {
  return decision === "reject" ? "rejected" : "active";
}
