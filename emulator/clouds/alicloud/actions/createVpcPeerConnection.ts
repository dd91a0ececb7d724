import { isIntraRegion, type PeeringRecord } from "../../../core/store/peering";
import type { Action, ActionContext } from "../action";
import { defaultBandwidth, defaultLinkType, defaultResourceGroup, newPeeringId } from "../defaults";
import { existing, isDead } from "../find";
import { apiError } from "../errors";
import { integer, tagList } from "../params";
import { checkBandwidth } from "../rules/bandwidth";
import { checkEnds, type End, readEnds } from "../rules/ends";
import { checkLinkType } from "../rules/linkType";
import { checkQuotas } from "../rules/quotas";
import { resourceGroupOf } from "../rules/resourceGroup";
import { checkTags, mergedTags } from "../rules/tags";
import { readTexts, textsAtCreate } from "../rules/texts";
import { lockVpcs, refuseWhileLocked } from "../rules/locks";

/** Asks for a peering. Within one account it activates by itself, else it waits for the accepter. */
export const createVpcPeerConnection: Action = {
  required: ["RegionId", "VpcId", "AcceptingAliUid", "AcceptingRegionId", "AcceptingVpcId"],
  dryRun: true,
  clientToken: true,
  perMinute: 360,
  prepare(context) {
    const { core, settings, caller, params } = context;
    const texts = readTexts(params, textsAtCreate, { emptyIsFine: true });
    const tags = tagList(params, "Tag");
    checkTags(tags);
    const { requester, accepter } = readEnds(context);
    const intraRegion = isIntraRegion({ requester, accepter });
    const bandwidth = integer(params, "Bandwidth");
    checkBandwidth(bandwidth, { intraRegion, atCreate: true, quota: settings.bandwidthQuota });
    const linkType = params.get("LinkType") || undefined;
    checkLinkType(linkType, { intraRegion, offered: settings.linkTypes });
    const resourceGroupId = resourceGroupOf(params, "ResourceGroupId", settings, caller.accountId);
    checkEnds(requester, accepter, settings);
    const ends = {
      requester: {
        ...requester,
        labels: {
          name: texts.name ?? "",
          description: texts.description ?? "",
          tags: mergedTags({}, tags),
          resourceGroupId: resourceGroupId ?? defaultResourceGroup(requester.account),
        },
      },
      accepter: {
        ...accepter,
        labels: {
          name: "",
          description: "",
          tags: {},
          resourceGroupId: defaultResourceGroup(accepter.account),
        },
      },
    };
    refuseWhileLocked(context, ends);
    refuseDuplicate(context, requester, accepter);
    checkQuotas(context, requester, accepter);

    return () => {
      const peering = core.peerings.add({
        cloud: "alicloud",
        id: newPeeringId(),
        status: "creating",
        bandwidth: intraRegion || bandwidth === undefined ? defaultBandwidth(ends) : bandwidth,
        ...ends,
        attributes: { linkType: linkType ?? defaultLinkType(ends) },
      });
      const acceptsItself = requester.account === accepter.account;
      core.peerings.move(peering, "creating", {
        afterMs: core.timings.activateMs,
        status: acceptsItself ? "active" : "pending",
      });
      lockVpcs(context, peering);
      return { InstanceId: peering.id };
    };
  },
};

function refuseDuplicate(context: ActionContext, requester: End, accepter: End): void {
  const { guesses } = context.settings;
  if (guesses.duplicatesAllowed) return;
  const taken = existing(context, [requester.vpcId, accepter.vpcId]).some(
    (peering) =>
      peering.status !== "deleted" &&
      (guesses.deadBlocksPair || !isDead(peering)) &&
      (linksPair(peering, requester, accepter) ||
        (guesses.pairIsUnordered && linksPair(peering, accepter, requester))),
  );
  if (taken) throw apiError("ResourceAlreadyExist.VpcPeer", "VpcPeer");
}

function linksPair(peering: PeeringRecord, from: End, to: End): boolean {
  return peering.requester.vpcId === from.vpcId && peering.accepter.vpcId === to.vpcId;
}
