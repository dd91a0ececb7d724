/**
 * What a Pulumi program imports: components for one connection, for a hub and for a mesh, the provider instances that
 * hold keys, and the types of all of their arguments.
 *
 * @module pulumi-vpc-peering
 */

export { VpcPeering } from "./vpcPeering";
export type { ExistingPeering } from "./existing";
export { VpcPeeringAccepter } from "./vpcPeeringAccepter";
export { VpcHub } from "./vpcHub";
export { VpcMesh } from "./vpcMesh";
export type { MemberArgs, SpokeArgs, VpcHubArgs, VpcMeshArgs } from "./topologies/args";
export type {
  AccountAccepterArgs,
  CommonPeeringArgs,
  PeeringEnd,
  ProjectAccepterArgs,
  RequesterArgs,
} from "./args";
export type { EndRoutes, RoutesArgs } from "./routes";
export type { OwnEndArgs, VpcPeeringAccepterArgs } from "./accepterArgs";
export type { VpcPeeringArgs } from "./clouds/registry";
export type { PeeringOptions } from "./resources/options";
export * from "./clouds";
export type { CloudName } from "../model/clouds";
export type { Route } from "../model/route";
export type { PeeringStatus } from "../model/status";
