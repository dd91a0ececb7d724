/** The services that are spoken to. */
export type Service = "vpc" | "iam";

/** Where the services are: one URL for both, or the domain of the cloud's own hosts. */
export interface Hosts {
  endpoint?: string | undefined;
  /** E.g. `myhuaweicloud.com`. */
  cloud?: string | undefined;
}

/** The URL of a service in a region. */
export function serviceUrl(service: Service, region: string, { endpoint, cloud }: Hosts): URL {
  return new URL(endpoint ?? `https://${service}.${region}.${cloud ?? domainOf(region)}`);
}

/** Regions `eu-west-1…` belong to the European partner cloud, which has a domain of its own. */
function domainOf(region: string): string {
  return region.startsWith("eu-west-1") ? "myhuaweicloud.eu" : "myhuaweicloud.com";
}
