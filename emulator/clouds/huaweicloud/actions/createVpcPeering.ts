import { randomUUID } from "node:crypto";
import { emptyLabels } from "../../../core/store/peering";
import type { Action, ActionContext } from "../action";
import { badRequest, endOf, peeringFields } from "../params";
import { textOf } from "../rules/texts";
import { existing, isDead } from "../find";
import { type End, findEnds, tenantOf } from "../rules/ends";
import { refused } from "../errors";
import { peeringView } from "../view";
import { refuseBeyondQuota } from "../rules/quotas";

const fields = ["name", "description", "request_vpc_info", "accept_vpc_info"];

/** Makes a peering: active at once within one project, else waiting for the accepter. */
export const createVpcPeering: Action = {
  limited: true,
  run(context) {
    const { core, settings, body } = context;
    const peering = peeringFields(body, "POST", fields);
    const name = textOf(peering, "name");
    if (name === undefined)
      throw badRequest("Failed to parse request. Required attribute 'name' not specified");
    const description = textOf(peering, "description") ?? "";
    const { requester, accepter } = findEnds(
      context,
      endOf(peering, "request_vpc_info", settings),
      endOf(peering, "accept_vpc_info", settings),
    );
    refuseDuplicate(context, requester, accepter);
    refuseBeyondQuota(context, requester.account, requester.region);
    const needsNoAnswer =
      settings.guesses.sameTenantIs !== "nobody" && tenantOf(context).includes(accepter.account);
    if (needsNoAnswer) refuseBeyondQuota(context, accepter.account, accepter.region);

    const made = core.peerings.add({
      cloud: "huaweicloud",
      id: randomUUID(),
      status: needsNoAnswer ? "active" : "pending",
      bandwidth: null,
      requester: { ...requester, labels: { ...emptyLabels(), name, description } },
      accepter: { ...accepter, labels: emptyLabels() },
      attributes: {},
    });
    if (!settings.guesses.requestsExpire) core.peerings.expireAt(made, null);
    return { status: 201, body: { peering: peeringView(made) } };
  },
};

/** Two VPCs are connected once, whichever of them asked. One that readers do not see yet counts all the same. */
function refuseDuplicate(context: ActionContext, requester: End, accepter: End): void {
  const { guesses } = context.settings;
  const pair = [requester.vpcId, accepter.vpcId];
  const seen = new Set(existing(context, pair));
  const taken = context.core.peerings
    .list("huaweicloud", pair)
    .some(
      (peering) =>
        (seen.has(peering) || peering.status === "active" || peering.status === "pending") &&
        (guesses.deadBlocksPair || !isDead(peering)),
    );
  if (taken) throw refused(guesses.duplicate, `${requester.vpcId} and ${accepter.vpcId}`);
}
