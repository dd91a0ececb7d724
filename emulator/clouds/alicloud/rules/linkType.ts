import { apiError, illegal } from "../errors";

/** All link types that any page knows of. */
const knownLinkTypes = ["Platinum", "Gold", "Silver"];

/** Checks a link type, which goes with inter-region peerings only. */
export function checkLinkType(
  linkType: string | undefined,
  where: { readonly intraRegion: boolean; readonly offered: readonly string[] },
): void {
  if (linkType === undefined) return;
  if (!knownLinkTypes.includes(linkType)) throw illegal("LinkType");
  if (where.intraRegion) throw apiError("OperationFailed.InterRegionLinkTypeNotSupported");
  if (!where.offered.includes(linkType)) throw apiError("OperationFailed.RegionIdNotSupportLinkType");
}
