import { apiError } from "../errors";
import { isRegion } from "../regions";
import type { Settings } from "../world";

/** Refuses a region that there is not, or where peering is not offered. */
export function checkRegion(settings: Settings, region: string): void {
  const isKnown = isRegion(region) || settings.vpcs.some((vpc) => vpc.region === region);
  const isThere = isKnown || !settings.strictIds;
  if (!isThere || settings.unsupportedRegions.includes(region)) throw apiError("UnsupportedRegion", region);
}
