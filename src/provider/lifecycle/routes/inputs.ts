import type { CloudName } from "../../../model/clouds";
import type { SideInputs } from "../../../model/peering";
import type { TableChoice } from "../../../model/route";
import type { EndName } from "../../../model/ends";

/**
 * The inputs of `vpcPeering:Routes`: the routes of one end of a connection, in the tables of that end's own VPC, whose
 * owner's keys these are.
 */
export interface RoutesInputs extends SideInputs {
  cloud: CloudName;
  connectionId: string;
  /** Which end of the connection the VPC is. */
  end: EndName;
  /** The VPC at the other end. */
  peer: Partial<SideInputs>;
  tables: TableChoice;
  /** Blocks of the other VPC. Once checked, those that are routed, in canonical form; nothing if nobody says and nobody sees them. */
  destinations?: string[];
  /** Blocks of the other VPC that are not routed, unless `destinations` names them. */
  exclude?: string[];
  ipv6?: boolean;
  preflight?: boolean;
  /** The blocks of the other VPC, as whoever sees them tells. */
  __blocks?: string[];
  /** The blocks of this VPC. */
  __own?: string[];
  /** The program has no keys that could see the other VPC's blocks. */
  __unseen?: boolean;
  /** The program has the connection accepted before: whoever sees it pending sees what it was a moment ago. */
  __accepted?: boolean;
  /** `destinations` are those that the program names. */
  __named?: boolean;
}
