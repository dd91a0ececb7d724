import type { CloudName } from "../../../model/clouds";
import { defined } from "../../../model/defined";
import type { Side, SideInputs } from "../../../model/peering";
import type { Properties, PropertyName } from "../../../model/properties";
import { PROPERTY_NAMES } from "../../../model/properties";
import type { Told } from "../../../model/told";
import type { Routed } from "./ends";

/** The inputs of `vpcPeering:Connection`. */
export interface ConnectionInputs extends Properties {
  cloud: CloudName;
  requester: SideInputs;
  accepter: SideInputs;
  waitFor?: "active" | "pending";
  adopt?: boolean | string;
  forceDelete?: boolean;
  preflight?: boolean;
  /** For the preflight alone: the accepter's VPC is of the requester's own account, whose id is not known yet. */
  __isOwn?: boolean;
  /** For the check alone: a `waitFor` that is left to an acceptance in the same program. */
  __waitFor?: unknown;
  /** For the preflight alone: a hub or a mesh tells what is wrong with any of its connections. */
  __together?: boolean;
  /** And what it is told. */
  __told?: Told;
  /** The requester's address blocks, for the accepter's preflight, which cannot see them. */
  __blocks?: string[];
  /** Routes through it need to know the blocks of the two VPCs. */
  __routed?: Routed;
}

/** A side, once its account is known. */
export function sideOf({ vpcId, region }: SideInputs, account: string): Side {
  return { vpcId, region, account };
}

/** The properties of a connection itself, or some of them, as far as they are given. */
export function propertiesIn(from: Properties, names: readonly PropertyName[] = PROPERTY_NAMES): Properties {
  return defined(Object.fromEntries(names.map((name) => [name, from[name]])));
}
