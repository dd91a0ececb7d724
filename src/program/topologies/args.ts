import type { CloudName } from "../../model/clouds";
import type { VpcPeeringArgs } from "../clouds/registry";

/** The arguments of a peering on one cloud. */
type PeeringOn<Cloud extends CloudName> = Extract<VpcPeeringArgs, { cloud: Cloud }>;

/** What can be said of a peering besides its cloud and its two ends. */
export type PeeringProperties<Peering extends VpcPeeringArgs> = Omit<
  Peering,
  "cloud" | "requester" | "accepter"
>;

/**
 * A spoke: what an accepter's side is made of, and any property of a peering. What a spoke says itself goes before what
 * the hub's component says for all. Its `routes` are those of its own tables.
 */
export type SpokeArgs<Peering extends VpcPeeringArgs = VpcPeeringArgs> = Peering extends VpcPeeringArgs
  ? Peering["accepter"] & Omit<PeeringProperties<Peering>, "routes">
  : never;

/** A member of a mesh: what an accepter's side is made of. Its `routes` are those of its own tables, in all its pairs. */
export type MemberArgs<Peering extends VpcPeeringArgs = VpcPeeringArgs> = Peering extends VpcPeeringArgs
  ? Peering["accepter"]
  : never;

/**
 * What a hub is made of. Beside these stand any properties of a peering, such as `tags`, `routes` or `preflight`: they hold
 * for every spoke that says nothing else.
 */
export interface HubMembers<Peering extends VpcPeeringArgs> {
  /** The cloud of all of them. A change replaces all connections. */
  cloud: Peering["cloud"];
  /** The VPC in the middle, which asks for every connection. A change of its VPC or region replaces all connections. */
  hub: Peering["requester"];
  /**
   * The spokes: what an accepter's side is made of, and any property of a peering, by keys of letters, digits, and `.`,
   * `_`, `/` or `-` between them. Their order says nothing; adding, removing or changing one touches its own connection
   * only. Another key is another connection. A spoke that is `undefined` is left out. None at all is fine: then there is
   * no connection.
   */
  spokes: Record<string, SpokeArgs<Peering> | undefined>;
}

/**
 * What a mesh is made of. Beside these stand any properties of a peering, such as `tags`, `routes` or `preflight`: they hold
 * for every pair.
 */
export interface MeshMembers<Peering extends VpcPeeringArgs> {
  /** The cloud of all of them. A change replaces all connections. */
  cloud: Peering["cloud"];
  /**
   * The members, at least two: what an accepter's side is made of, by keys of letters, digits, and `.`, `_`, `/` or `-`
   * between them. Of each pair, the one whose key sorts first, character by character, asks for the connection; so it needs
   * keys in this program: its own `provider`, or the mesh's. The order here says nothing; adding, removing or changing a
   * member touches its own pairs only. A member that is `undefined` is left out.
   */
  members: Record<string, MemberArgs<Peering> | undefined>;
}

/** The arguments of {@link VpcHub}: which cloud, the hub, its spokes, and what is to be said of all connections. */
export type VpcHubArgs = {
  [Cloud in CloudName]: HubMembers<PeeringOn<Cloud>> & PeeringProperties<PeeringOn<Cloud>>;
}[CloudName];

/** The arguments of {@link VpcMesh}: which cloud, the members, and what is to be said of all connections. */
export type VpcMeshArgs = {
  [Cloud in CloudName]: MeshMembers<PeeringOn<Cloud>> & PeeringProperties<PeeringOn<Cloud>>;
}[CloudName];
