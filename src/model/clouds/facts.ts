/** What a change of an input does to the connection. */
export type Effect =
  | "inPlace" // the cloud changes it
  | "replace" // the cloud can't: delete, then create
  | "stateOnly" // only this package uses it: the outputs are rewritten, no call is made
  | "none"; // nobody needs to know

/** What becomes of a property in the cloud that is not declared any more. */
export type Unset =
  | "cleared" // it is taken off
  | "kept" // the cloud can change it, but not clear it: it stays, and a warning says so
  | "defaulted" // it gets its default
  | "replaced"; // like any other change of it

/** What a cloud does with one input. */
export interface Rule {
  effect: Effect;
  unset?: Unset;
  /** Why a change replaces the connection, where that may come as a surprise: a full clause. */
  why?: string;
}

/** The types that properties can have. */
export interface Values {
  text: string;
  number: number;
  tags: Record<string, string>;
}

/** A property of a connection: what it holds, and what a change does. */
export interface PropertyRow extends Rule {
  holds: keyof Values;
  /** Where it is of a link between two regions, which a connection within one does not have. */
  of?: "link";
  /** Why such a link cannot be made without it, where that is so: what follows "needs one". */
  needed?: string;
}

/**
 * Who may see a setting: everybody; or it is stored encrypted, like the id of a key; or it is a secret, which
 * also must not stand in clear in a stack's config.
 */
export type Privacy = "open" | "encrypted" | "secret";

/** What the accepter can say of a connection on its own side. */
export type AccepterLabel = "tags" | "resourceGroupId";

/** What a cloud lets routes through connections be like. */
export interface RoutingFacts {
  /** Whether a write goes on after its answer, so that only a look tells when it is done. */
  isAsynchronous: boolean;
  /** How many routes a table can have, unless the account has another quota. */
  perTable: number;
  /** Blocks that no destination can equal, since the cloud itself uses them. */
  reserved: readonly string[];
  /** Whether a destination has to lie within the other VPC's blocks. */
  withinPeer: boolean;
  /** What of the own VPC no destination can be inside of. */
  ownRefused: "vpc" | "subnets";
  /** Whether the connection tells the blocks of both VPCs to either side; otherwise only a VPC's owner can read them. */
  connectionTellsBlocks: boolean;
  /** Whether a connection is kept as long as routes point at it; otherwise they go along with it. */
  routesKeepConnection: boolean;
}

/** All that this package has to know of a cloud, besides how to speak to it. */
export interface CloudFacts {
  /** Its name, as people write it. */
  title: string;
  /** What the owner of a VPC is called among the inputs of a side. */
  accountKey: "accountId" | "projectId";
  /** Whether one set of keys has another account (project) in each region. */
  accountsBelongToRegions: boolean;
  /** Whether a repeated request is recognised by its client token. */
  hasClientTokens: boolean;
  /** What tells a connection's id from those of other clouds. */
  connectionIds: RegExp;
  /** The property in which a connection bears its owner's mark. */
  markedIn: "tags" | "description";
  /** Where another owner's mark goes, and goes before the first one, if the cloud cannot change what `markedIn` says. */
  remarkedIn?: {
    property: "name";
    /** The longest value that leaves room for the mark, in characters. */
    longest: number;
  };
  /** Where only VPCs of one region are peered: what to do instead, in a full sentence. */
  betweenRegions?: string;
  /** Absent where this package writes no routes. */
  routing?: RoutingFacts;
  /** Tag keys that the cloud and its tools put on resources by themselves. */
  foreignTags?: RegExp;
  accepterLabels: readonly AccepterLabel[];
  /** The settings of a provider instance or stack, by their names in the cloud's official package. */
  settings: Readonly<Record<string, Privacy>>;
  /** The members of the setting `assumeRole`, where there is one. */
  role?: readonly string[];
  /** What can be declared of a connection besides its two ends. */
  properties: Readonly<Record<string, PropertyRow>>;
  /** Inputs that say how this package treats the connection, where other clouds do not have them. */
  options: Readonly<Record<string, Rule>>;
}
