import type { Difference } from "../../model/difference";
import type { CloudName } from "../../model/clouds";
import type { ConnectionSpec, Peering, VpcPair } from "../../model/peering";
import type { Context } from "./context";
import type { PreflightReads } from "./preflightReads";
import type { Raw } from "./raw";
import type { RouteVerbs } from "./routing";

export type { Context, Row } from "./context";

/** A connection, and the side it is spoken to from. */
export interface Ref {
  id: string;
  /** The region of the VPC on the caller's side. */
  region: string;
}

/** A part of a list, of connections unless it says otherwise. */
export interface Page<Row = Peering> {
  rows: Row[];
  isLast: boolean;
}

/** What makes a repeated call recognisable: who asks, and which attempt it is. Clouds without tokens ignore it. */
export interface TokenSeed {
  marker: string;
  attempt: number;
}

/** A connection to make. */
export interface CreateRequest {
  spec: ConnectionSpec;
  seed: TokenSeed;
}

/** A connection to do something with. */
interface ChangeRequest extends Ref {
  seed: TokenSeed;
}

/** A connection, and what to change on it in place. */
interface UpdateRequest extends ChangeRequest {
  difference: Difference;
}

/** A connection to delete. */
export interface DeleteRequest extends ChangeRequest {
  /** Together with the routes that point at it, where the cloud can do that. */
  force: boolean;
}

/** Whose keys these are. */
export interface CallerIdentity {
  account: string;
  region: string;
}

/**
 * A cloud, spoken to with one set of keys: a plain object, whose verbs need no `this`. Each verb takes a request and the
 * context it is called in, is one API action with retries inside, and throws {@link PeeringError} only. None waits for a
 * state: that is the same for all clouds and done elsewhere. An optional verb is absent where the cloud has no such
 * action; the lifecycle refuses at preview what would need it.
 */
export interface Cloud {
  readonly name: CloudName;
  /** Whether `create` with the same seed and spec can be repeated without making a second connection. Must be true where `find` is absent. */
  readonly createIsRepeatable: boolean;
  /** Asks once, then remembers. Where accounts (projects) belong to regions, that of `region`, if it is given. */
  readonly whoAmI: (request: { region?: string }, context: Context) => Promise<CallerIdentity>;
  /** Answers the id; the connection may not be visible yet. */
  readonly create: (request: CreateRequest, context: Context) => Promise<string>;
  /** The connection, or nothing if there is none (any more). */
  readonly get: (request: Ref, context: Context) => Promise<Peering | undefined>;
  readonly delete: (request: DeleteRequest, context: Context) => Promise<void>;
  /** All connections between two VPCs, in both directions, dead ones included. Absent where the cloud can only be asked for ids. */
  readonly find?: (request: VpcPair, context: Context) => Promise<Peering[]>;
  /** Every connection of this account in a region, one page for each call. Absent where the cloud has no list. */
  readonly list?: (request: { region: string }, context: Context) => AsyncIterable<Page>;
  /** Accepts with the keys of the accepter. Absent where connections need no acceptance. */
  readonly accept?: (request: ChangeRequest, context: Context) => Promise<void>;
  /** Rejects with the keys of the accepter. Absent where a request can only be left alone. */
  readonly reject?: (request: ChangeRequest, context: Context) => Promise<void>;
  /** Applies in-place changes. Absent where nothing can be changed on a connection. */
  readonly update?: (request: UpdateRequest, context: Context) => Promise<void>;
  /** What can be asked before a connection is made. */
  readonly preflightReads: PreflightReads;
  /** What is to be done with route tables. Absent where this package writes no routes. */
  readonly routing?: RouteVerbs;
}

/** The verbs that a cloud may lack. */
export type OptionalVerb = "find" | "list" | "accept" | "reject" | "update" | "routing";

/** Reads one setting of a provider instance or stack, e.g. `alicloud:region`. */
export type Settings = (key: string) => unknown;

type Complain = (inputs: Readonly<Record<string, unknown>>) => string[];

/** What is wrong with what a program says, in full sentences, by what it is about; values that are not known yet pass. */
export interface Complaints {
  readonly connection: Complain;
  readonly acceptance: Complain;
  /** Of a connection that is only read: its id, and where to look. */
  readonly existing: Complain;
  readonly identity: Complain;
  readonly routes: Complain;
}

/** What a cloud's folder offers to the rest: how to check what is asked of it, and how to open it. */
export interface CloudModule {
  readonly name: CloudName;
  readonly complaints: Complaints;
  /** The name to use when the program gives none. */
  defaultName(resourceName: string): string;
  /** The region that keys and settings imply; needs no call. */
  region(settings: Settings): Promise<string | undefined>;
  open(settings: Settings): Cloud;
  /** Calls as they are documented, for those who ask what is not. Absent where nobody asks. */
  raw?(settings: Settings): Raw;
}
