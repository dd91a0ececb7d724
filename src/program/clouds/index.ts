import type { CloudName } from "../../model/clouds";
import type { AlicloudPeeringArgs } from "./alicloud";
import { AlicloudProvider } from "./alicloud";
import type { HuaweicloudPeeringArgs } from "./huaweicloud";
import { HuaweicloudProvider } from "./huaweicloud";
import type { TencentcloudPeeringArgs } from "./tencentcloud";
import { TencentcloudProvider } from "./tencentcloud";

interface PeeringArgsByCloud {
  alicloud: AlicloudPeeringArgs;
  tencentcloud: TencentcloudPeeringArgs;
  huaweicloud: HuaweicloudPeeringArgs;
}

/** The class of each cloud's provider instances. */
const PROVIDERS = {
  alicloud: AlicloudProvider,
  tencentcloud: TencentcloudProvider,
  huaweicloud: HuaweicloudProvider,
} as const satisfies Record<CloudName, unknown>;

/** The arguments of {@link VpcPeering}: which cloud, which two VPCs, and what else is to be said of them. */
export type VpcPeeringArgs = PeeringArgsByCloud[CloudName];

/** A provider instance of any cloud. */
export type AnyCloudProvider = InstanceType<(typeof PROVIDERS)[CloudName]>;

/** The class of a cloud's provider instances, as messages name it: `AlicloudProvider`. */
export function providerClassOf(cloud: CloudName): string {
  return PROVIDERS[cloud].name;
}

/** How to take over an instance of a cloud's official package, where its class can. */
export function takingOver(cloud: CloudName): string | undefined {
  return "from" in PROVIDERS[cloud] ? `${providerClassOf(cloud)}.from(provider)` : undefined;
}
