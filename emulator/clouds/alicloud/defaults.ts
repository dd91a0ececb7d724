import { randomId } from "../../core/randomId";
import { isIntraRegion, type Regions } from "../../core/store/peering";

/** An id as the service makes them up. */
export function newPeeringId(): string {
  return `pcc-${randomId(17)}`;
}

/** The bandwidth in Mbit/s where nobody sets one. -1 is how the API says unlimited. */
export function defaultBandwidth(ends: Regions): number {
  return isIntraRegion(ends) ? -1 : 1024;
}

/** The link type where nobody sets one. */
export function defaultLinkType(ends: Regions): string {
  return isIntraRegion(ends) ? "" : "Gold";
}

/** The resource group of what is put into none. Every account has one. */
export function defaultResourceGroup(accountId: string): string {
  return `rg-acfm${accountId.slice(-8)}`;
}
