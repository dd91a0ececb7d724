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
export { AlicloudProvider } from "./clouds/alicloud";
export type { AlicloudAssumeRole, AlicloudProviderArgs, OfficialAlicloudProvider } from "./clouds/alicloud";
export { HuaweicloudProvider } from "./clouds/huaweicloud";
export type { HuaweicloudAssumeRole, HuaweicloudProviderArgs } from "./clouds/huaweicloud";
export { TencentcloudProvider } from "./clouds/tencentcloud";
export type { TencentcloudAssumeRole, TencentcloudProviderArgs } from "./clouds/tencentcloud";
export type { CloudName } from "../model/peering";
export type { PeeringStatus } from "../model/status";
