import type { CloudName, FactsByCloud } from "../../model/clouds";
import type { ProviderClassName } from "../../model/providerClass";
import { providerClassOf } from "../../model/providerClass";
import * as clouds from ".";

/** The arguments of a peering on each cloud. */
interface PeeringArgsByCloud {
  alicloud: clouds.AlicloudPeeringArgs;
  tencentcloud: clouds.TencentcloudPeeringArgs;
  huaweicloud: clouds.HuaweicloudPeeringArgs;
}

/** The arguments of {@link VpcPeering}: which cloud, which two VPCs, and what else is to be said of them. */
export type VpcPeeringArgs = Complete<PeeringArgsByCloud[CloudName], Forgotten>;

/** Arguments of which nothing is forgotten; otherwise this does not compile. */
type Complete<Args, Missing extends never> = Args | Missing;

/** The properties and options of clouds that their arguments do not name. */
type Forgotten = { [Cloud in CloudName]: ForgottenOn<Cloud> }[CloudName];

type ForgottenOn<Cloud extends CloudName> = Exclude<
  keyof FactsByCloud[Cloud]["properties"] | keyof FactsByCloud[Cloud]["options"],
  keyof PeeringArgsByCloud[Cloud]
>;

type ProviderClass = (typeof clouds)[ProviderClassName<CloudName>];

/**
 * A provider instance of any cloud.
 *
 * @inline
 */
export type AnyCloudProvider = InstanceType<ProviderClass>;

/** How to take over an instance of a cloud's official package, where its class can. */
export function takingOver(cloud: CloudName): string | undefined {
  const name = providerClassOf(cloud);
  return "from" in clouds[name] ? `${name}.from(provider)` : undefined;
}
