import { apiError, illegal } from "../errors";

/** Checks a bandwidth in Mbit/s. Within a region none can be set, though create lets a zero pass. */
export function checkBandwidth(
  bandwidth: number | undefined,
  where: { readonly intraRegion: boolean; readonly atCreate: boolean; readonly quota: number },
): void {
  if (bandwidth === undefined) return;
  if (where.intraRegion) {
    if (where.atCreate && bandwidth === 0) return;
    throw apiError("OperationFailed.BandwidthCannotBeChangedInSameRegion");
  }
  if (bandwidth < 1) throw illegal("Bandwidth");
  if (where.quota > 0 && bandwidth > where.quota) throw apiError("QuotaExceeded.Bandwidth");
}
