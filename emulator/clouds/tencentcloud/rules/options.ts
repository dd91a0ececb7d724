import type { ActionContext } from "../action";
import { apiError } from "../errors";

const words = {
  Type: ["VPC_PEER", "VPC_BM_PEER"],
  ChargeType: ["POSTPAID_BY_DAY_MAX", "POSTPAID_BY_MONTH_95"],
  QosLevel: ["PT", "AU", "AG", "DEFAULT"],
} as const;

/** Refuses names and words that are not to be used. */
export function checkWords({ params, settings }: ActionContext): void {
  const name = params.text("PeeringConnectionName");
  if (name === "") throw apiError("InvalidParameterValue.Empty", "PeeringConnectionName");
  if (name !== undefined && Array.from(name).length > settings.guesses.longestName) {
    throw apiError("InvalidParameterValue.TooLong", "PeeringConnectionName");
  }
  for (const [parameter, allowed] of Object.entries(words)) {
    const word = params.text(parameter);
    if (word !== undefined && !(allowed as readonly string[]).includes(word)) {
      throw apiError("InvalidParameterValue", parameter);
    }
  }
}

/** Refuses what goes with peerings between regions only, and a peering between regions without a bandwidth. */
export function checkLink(
  { params, settings }: ActionContext,
  { isIntraRegion, isNew }: { readonly isIntraRegion: boolean; readonly isNew: boolean },
): void {
  const bandwidth = params.integer("Bandwidth");
  if (bandwidth !== undefined && bandwidth < 0) throw apiError("InvalidParameterValue", "Bandwidth");
  const hasNone = bandwidth === undefined || bandwidth === 0;
  if (isIntraRegion) {
    const isRefused = !hasNone || params.has("ChargeType") || params.has("QosLevel");
    if (isRefused && settings.guesses.intraRegionRefusesOptions) {
      throw apiError(
        "InvalidParameterValue.DuplicateRegion",
        "Bandwidth, ChargeType and QosLevel do not apply",
      );
    }
    return;
  }
  const mustHave = isNew || bandwidth !== undefined;
  if (mustHave && hasNone && settings.guesses.interRegionNeedsBandwidth) {
    throw apiError("MissingParameter", "Bandwidth");
  }
}
