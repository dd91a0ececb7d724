import type { Action } from "../action";
import { apiError } from "../errors";
import { labelsFor } from "../labels";
import { tagList } from "../params";
import { resourceGroupOf } from "../rules/resourceGroup";
import { checkTags, mergedTags } from "../rules/tags";
import { lockVpcs, refuseWhileLocked } from "../rules/locks";
import { requireStatus } from "../rules/status";
import { requestToAnswer } from "../find";

/** Accepts a request; only its accepter may. */
export const acceptVpcPeerConnection: Action = {
  required: ["InstanceId"],
  dryRun: true,
  clientToken: true,
  perMinute: 360,
  prepare(context) {
    const { core, settings, caller, params } = context;
    const tags = tagList(params, "Tag");
    checkTags(tags);
    const peering = requestToAnswer(context);
    const group = resourceGroupOf(params, "ResourceGroupId", settings, caller.accountId);
    const account = settings.accounts.find(({ accountId }) => accountId === caller.accountId);
    if (account?.cdt === false) throw apiError("OperationFailed.CdtNotOpened");
    if (account && account.businessStatus !== "Normal") {
      throw apiError("IncorrectBusinessStatus.VpcPeer", "VpcPeer", account.businessStatus);
    }
    refuseWhileLocked(context, peering);
    requireStatus(peering, ["pending"]);
    const labels = labelsFor(peering, caller.accountId, settings.guesses);
    const allTags = mergedTags(labels.tags.tags, tags);

    return () => {
      labels.tags.tags = allTags;
      labels.resourceGroup.resourceGroupId = group ?? labels.resourceGroup.resourceGroupId;
      core.peerings.move(peering, "updating", { afterMs: core.timings.acceptMs, status: "active" });
      lockVpcs(context, peering);
      return {};
    };
  },
};
