export { VpcPeering } from "./vpcPeering";
export type { ExistingPeering } from "./vpcPeering";
export { VpcPeeringAccepter } from "./vpcPeeringAccepter";
export type {
  AccountAccepterArgs,
  AlicloudPeeringArgs,
  CommonPeeringArgs,
  HuaweicloudPeeringArgs,
  PeeringEnd,
  ProjectAccepterArgs,
  RequesterArgs,
  TencentcloudPeeringArgs,
  VpcPeeringAccepterArgs,
  VpcPeeringArgs,
} from "./args";
export type { PeeringOptions } from "./resources/options";
export { AlicloudProvider } from "./instances/alicloudProvider";
export type {
  AlicloudAssumeRole,
  AlicloudProviderArgs,
  OfficialAlicloudProvider,
} from "./instances/alicloudProvider";
export { HuaweicloudProvider } from "./instances/huaweicloudProvider";
export type { HuaweicloudAssumeRole, HuaweicloudProviderArgs } from "./instances/huaweicloudProvider";
export { TencentcloudProvider } from "./instances/tencentcloudProvider";
export type { TencentcloudAssumeRole, TencentcloudProviderArgs } from "./instances/tencentcloudProvider";
export type { CloudName } from "./model/peering";
export type { PeeringStatus } from "./model/status";
