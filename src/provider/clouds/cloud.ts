import type { Clock, Deadline } from "../../io/clock";
import type { Difference } from "../../model/difference";
import type { CloudName } from "../../model/clouds";
import type { ConnectionSpec, Peering, VpcPair } from "../../model/peering";
import type { Survey } from "./preflightReads";

/** A resource's own row in what the engine shows. */
export interface Row {
  /** Progress: shown while the hook runs. */
  report(message: string): void;
  /** Something to know: stays when the hook is done. */
  warn(message: string): void;
}

/** Where a call's time and words go. */
export interface Call extends Row {
  clock: Clock;
  deadline: Deadline;
  /** Wraps a wait for room under a limit, in which nothing is done yet. */
  whileQueued?: <T>(wait: () => Promise<T>) => Promise<T>;
}

/** A connection, and the side it is spoken to from. */
export interface Ref {
  id: string;
  /** The region of the VPC on the caller's side. */
  region: string;
}

/** A part of a list. */
export interface Page {
  peerings: Peering[];
  isLast: boolean;
}

/** What makes a repeated call recognisable: who asks, and which attempt it is. Clouds without tokens ignore it. */
export interface TokenSeed {
  marker: string;
  attempt: number;
}

/** Whose keys these are. */
export interface Identity {
  account: string;
  region: string;
}

/**
 * A cloud, spoken to with one set of keys. Each verb is one API action with retries inside, and throws
 * {@link PeeringError} only. None waits for a state: that is the same for all clouds and done elsewhere.
 */
export interface Cloud {
  readonly name: CloudName;
  /** Whether `create` with the same seed and spec can be repeated without making a second connection. */
  readonly createIsRepeatable: boolean;
  /** Asks once, then remembers. Where accounts (projects) belong to regions, that of `region`, if it is given. */
  whoAmI(call: Call, region?: string): Promise<Identity>;
  /** Answers the id; the connection may not be visible yet. */
  create(spec: ConnectionSpec, seed: TokenSeed, call: Call): Promise<string>;
  /** The connection, or nothing if there is none (any more). */
  get(ref: Ref, call: Call): Promise<Peering | undefined>;
  /** All connections between two VPCs, in both directions, dead ones included. */
  findByVpcs(pair: VpcPair, call: Call): Promise<Peering[]>;
  /** Every connection of this account in a region, one page for each call. */
  list(region: string, call: Call): AsyncIterable<Page>;
  /** Accepts with the keys of the accepter. */
  accept(ref: Ref, seed: TokenSeed, call: Call): Promise<void>;
  reject(ref: Ref, seed: TokenSeed, call: Call): Promise<void>;
  /** Applies in-place changes. */
  update(ref: Ref, difference: Difference, seed: TokenSeed, call: Call): Promise<void>;
  delete(ref: Ref, options: { force: boolean }, seed: TokenSeed, call: Call): Promise<void>;
  /** What can be asked before a connection is made. */
  readonly survey: Survey;
}

/** Reads one setting of a provider instance or stack, e.g. `alicloud:region`. */
export type Settings = (key: string) => unknown;

/** What a cloud's folder offers to the rest: how to check what is asked of it, and how to open it. */
export interface CloudModule {
  readonly name: CloudName;
  /** Complaints about the inputs of a Connection, in full sentences; unknown values pass. */
  complaints(inputs: Readonly<Record<string, unknown>>): string[];
  /** The name to use when the program gives none. */
  defaultName(resourceName: string): string;
  /** The region that keys and settings imply; needs no call. */
  region(settings: Settings): Promise<string | undefined>;
  open(settings: Settings): Cloud;
}
