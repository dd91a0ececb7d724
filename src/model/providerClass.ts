import type { CloudName } from "./clouds";

/** The name of a cloud's class of provider instances: `AlicloudProvider` for `alicloud`. */
export type ProviderClassName<Cloud extends CloudName> = `${Capitalize<Cloud>}Provider`;

/** See {@link ProviderClassName}. */
export function providerClassOf(cloud: CloudName): ProviderClassName<CloudName> {
  return `${cloud.charAt(0).toUpperCase()}${cloud.slice(1)}Provider` as ProviderClassName<CloudName>;
}
