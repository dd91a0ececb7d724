import type { CloudName } from "../../../model/clouds";
import type { EndName } from "../../../model/ends";
import type { Peering, Side } from "../../../model/peering";
import type { Route, TableChoice } from "../../../model/route";
import type { PeeringStatus } from "../../../model/status";
import type { TableInUse } from "../../../provider/clouds/routing";

/** The routes of one end that a program asks for, and what its state says of them. */
export interface DeclaredRoutes {
  tables: TableChoice;
  /** Blocks in canonical form, as far as they are known. */
  destinations: string[];
  /** The program itself leaves out tables, or blocks of the other VPC. */
  isNarrow: boolean;
  /** As they were last seen. */
  routes: readonly Route[];
}

/** One end of a connection as a state has it, as far as it does. */
export interface DeclaredEnd extends Partial<Side> {
  /** The URN of the provider instance whose keys the program uses for this end; nothing if it uses the stack's own. */
  instance?: string;
  /** Whether the program does anything with this end's keys. */
  isManaged: boolean;
  routes?: DeclaredRoutes;
}

/** What a stack has of a connection: it declares it, accepts it, or only reads it. `none`: there is no stack. */
export type Role = "declared" | "accepted" | "read" | "none";

/** A connection as a state has it. */
export interface Declared extends Record<EndName, DeclaredEnd> {
  /** The name that the program gives it. */
  name: string;
  cloud: CloudName;
  id: string;
  role: Role;
  /** Whether the stack accepts it. */
  isAccepted: boolean;
}

/** What could not be looked at, and why. */
export interface Unseen {
  what: string;
  why: string;
  /** It is in the nature of things, such as the lack of another account's keys: nothing failed. */
  isExpected: boolean;
}

/** One end of a connection, as far as it could be looked at. */
export interface KnownEnd extends Partial<Side> {
  /** Whose keys were used, in words. */
  keys?: string;
  /** What these keys see of the connection. */
  status?: PeeringStatus | "missing";
  /** The program uses keys of another account for this end. */
  wrongKeys?: { keys: string; account: string };
  /** The VPC's address blocks of IPv4. */
  blocks?: readonly string[];
  tables?: readonly TableInUse[];
  unseen: readonly Unseen[];
}

/** A connection, as far as it could be looked at. */
export interface Known {
  declared: Declared;
  /** The connection itself, if anybody's keys see it. */
  peering?: Peering;
  ends: Readonly<Record<EndName, KnownEnd>>;
}

/** How much of a quota is used up. */
export interface QuotaUse {
  /** `connections` of a VPC or of a project; `routes` of a table. */
  of: "connections" | "routes";
  /** The VPC, project or table. */
  owner: string;
  used: number;
  limit: number;
}

/** All that is known of a network. */
export interface Network {
  connections: readonly Known[];
  /** Connections that routes lead to, or that keys see: by id. `missing` is there for none; nothing where nobody could look. */
  bridges: ReadonlyMap<string, Peering | "missing">;
  quotas: readonly QuotaUse[];
  /** What could not be looked at, beside what belongs to one end. */
  unseen: readonly Unseen[];
}
