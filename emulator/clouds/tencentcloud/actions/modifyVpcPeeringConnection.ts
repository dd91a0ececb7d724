import { isIntraRegion, type PeeringRecord } from "../../../core/store/peering";
import type { Action, ActionContext } from "../action";
import { findPeering, purviewError } from "../find";
import { apiError } from "../errors";
import { checkLink, checkWords } from "../rules/options";
import { integer, text } from "../shape";
import { lockVpcs } from "../rules/locks";

/** Changes name, bandwidth or charge type. */
export const modifyVpcPeeringConnection: Action = {
  params: { PeeringConnectionId: text, PeeringConnectionName: text, Bandwidth: integer, ChargeType: text },
  required: ["PeeringConnectionId"],
  isRegional: true,
  isLimited: true,
  run(context) {
    const { core, settings, params } = context;
    const changes = ["PeeringConnectionName", "Bandwidth", "ChargeType"].filter((name) => params.has(name));
    if (changes.length === 0) throw apiError("MissingParameter", "PeeringConnectionName");
    checkWords(context);
    const peering = findPeering(context);
    checkMayModify(context, peering);
    const isIntra = isIntraRegion(peering);
    checkLink(context, { isIntraRegion: isIntra, isNew: false });
    if (!isIntra && settings.guesses.modifyShowsLater && core.timings.updateMs > 0) {
      context.lateChanges.hideFor(peering, core.timings.updateMs);
    }
    peering.requester.labels.name = params.text("PeeringConnectionName") ?? peering.requester.labels.name;
    if (!isIntra) peering.bandwidth = params.integer("Bandwidth") ?? peering.bandwidth;
    const chargeType = params.text("ChargeType");
    if (chargeType !== undefined) peering.attributes["chargeType"] = chargeType;
    lockVpcs(context, peering);
    return {};
  },
};

function checkMayModify({ caller, settings }: ActionContext, peering: PeeringRecord): void {
  const isRequester = peering.requester.account === caller.uin;
  if (!isRequester && !settings.guesses.accepterMayModify) throw purviewError(peering);
  const isOpen = peering.status === "active" || peering.status === "creating";
  const isWaiting = peering.status === "pending" && settings.guesses.modifiableWhilePending;
  if (!isOpen && !isWaiting) throw apiError("UnsupportedOperation");
}
