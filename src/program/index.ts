export { VpcPeering } from "./vpcPeering";
export type { ExistingPeering } from "./vpcPeering";
export { VpcPeeringAccepter } from "./vpcPeeringAccepter";
export type {
  AccountAccepterArgs,
  CommonPeeringArgs,
  PeeringEnd,
  ProjectAccepterArgs,
  RequesterArgs,
} from "./args";
export type { VpcPeeringAccepterArgs } from "./accepterArgs";
export type { VpcPeeringArgs } from "./clouds";
export type { PeeringOptions } from "./resources/options";
export * from "./clouds/alicloud";
export * from "./clouds/huaweicloud";
export * from "./clouds/tencentcloud";
export type { CloudName } from "../model/clouds";
export type { PeeringStatus } from "../model/status";
