import { emptyLabels, isIntraRegion } from "../../../core/store/peering";
import type { Action, ActionContext } from "../action";
import { newPeeringId } from "../defaults";
import { checkAddresses, checkRoomFor, type Ends, readEnds } from "../rules/ends";
import { checkLink, checkWords } from "../rules/options";
import { readTags } from "../rules/tags";
import { integer, tags, text } from "../shape";
import { lockVpcs, refuseWhileLocked, vpcIdsOf } from "../rules/locks";

/** Asks for a peering. Within one account it becomes active by itself, else it waits for the accepter. */
export const createVpcPeeringConnection: Action = {
  params: {
    SourceVpcId: text,
    PeeringConnectionName: text,
    DestinationVpcId: text,
    DestinationUin: text,
    DestinationRegion: text,
    Bandwidth: integer,
    Type: text,
    ChargeType: text,
    QosLevel: text,
    Tags: tags,
  },
  required: [
    "SourceVpcId",
    "PeeringConnectionName",
    "DestinationVpcId",
    "DestinationUin",
    "DestinationRegion",
  ],
  isRegional: true,
  isLimited: true,
  run(context) {
    const { core } = context;
    checkWords(context);
    const ends = readEnds(context);
    checkLink(context, { isIntraRegion: isIntraRegion(ends), isNew: true });
    const record = newRecord(context, ends);
    refuseWhileLocked(context, vpcIdsOf(record));
    checkRoomFor(context, ends);
    checkAddresses(context, ends);
    const peering = core.peerings.add(record);
    if (record.status === "creating") {
      core.peerings.move(peering, "creating", {
        afterMs: core.timings.activateMs,
        status: "active",
      });
    }
    lockVpcs(context, peering);
    return { PeeringConnectionId: peering.id };
  },
};

function newRecord({ params, settings }: ActionContext, ends: Ends) {
  const { requester, accepter } = ends;
  const name = params.text("PeeringConnectionName") ?? "";
  const attributes: Record<string, string> = {
    chargeType: params.text("ChargeType") ?? settings.guesses.defaultChargeType,
    qosLevel: params.text("QosLevel") ?? settings.guesses.defaultQosLevel,
  };
  const type = params.text("Type");
  if (type !== undefined) attributes["type"] = type;
  return {
    cloud: "tencentcloud" as const,
    id: newPeeringId(),
    status: requester.account === accepter.account ? ("creating" as const) : ("pending" as const),
    bandwidth: isIntraRegion(ends) ? 0 : (params.integer("Bandwidth") ?? 0),
    requester: { ...requester, labels: { ...emptyLabels(), name, tags: readTags(params) } },
    accepter: { ...accepter, labels: emptyLabels() },
    attributes,
  };
}
