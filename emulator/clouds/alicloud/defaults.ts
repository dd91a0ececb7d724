import { randomId } from "../../core/randomId";

/** An id as the service makes them up. */
export function newPeeringId(): string {
  return `pcc-${randomId(17)}`;
}

/** The bandwidth in Mbit/s where nobody sets one. -1 is how the API says unlimited. */
export function defaultBandwidth(intraRegion: boolean): number {
  return intraRegion ? -1 : 1024;
}

/** The link type where nobody sets one. */
export function defaultLinkType(intraRegion: boolean): string {
  return intraRegion ? "" : "Gold";
}
