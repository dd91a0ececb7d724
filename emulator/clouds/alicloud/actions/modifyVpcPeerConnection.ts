import { isIntraRegion } from "../../../core/store/peering";
import type { Action } from "../action";
import { findPeering } from "../find";
import { apiError } from "../errors";
import { labelsFor } from "../labels";
import { integer } from "../params";
import { checkBandwidth } from "../rules/bandwidth";
import { checkLinkType } from "../rules/linkType";
import { readTexts, textsAtModify } from "../rules/texts";
import { lockVpcs, refuseWhileLocked } from "../rules/locks";
import { refuseManaged, requireStatus } from "../rules/status";

/** Changes name, description, bandwidth or link type. */
export const modifyVpcPeerConnection: Action = {
  required: ["InstanceId"],
  dryRun: true,
  clientToken: true,
  perMinute: 360,
  prepare(context) {
    const { core, settings, caller, params } = context;
    const { guesses } = settings;
    const { name, description } = readTexts(params, textsAtModify, {
      emptyIsFine: guesses.emptyTextClears,
    });
    const bandwidth = integer(params, "Bandwidth");
    const linkType = params.get("LinkType") || undefined;

    const peering = findPeering(context);
    const isRequester = peering.requester.account === caller.accountId;
    if (!isRequester && !guesses.accepterMayModify) throw apiError(guesses.wrongSideCode, peering.id);
    const intraRegion = isIntraRegion(peering);
    checkBandwidth(bandwidth, { intraRegion, atCreate: false, quota: settings.bandwidthQuota });
    checkLinkType(linkType, { intraRegion, offered: settings.linkTypes });
    refuseManaged(peering);
    refuseWhileLocked(context, peering);
    const onlyText = bandwidth === undefined && linkType === undefined;
    const mayWait = onlyText && guesses.textMayChangeWhileAccepting;
    requireStatus(peering, mayWait ? ["active", "pending"] : ["active"]);

    return () => {
      const { text } = labelsFor(peering, caller.accountId, guesses);
      text.name = name ?? text.name;
      text.description = description ?? text.description;
      peering.bandwidth = bandwidth ?? peering.bandwidth;
      if (linkType !== undefined) peering.attributes["linkType"] = linkType;
      if (peering.status === "active") {
        core.peerings.move(peering, "updating", { afterMs: core.timings.updateMs, status: "active" });
      }
      lockVpcs(context, peering);
      return {};
    };
  },
};
