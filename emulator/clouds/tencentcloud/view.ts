import type { Json } from "../../core/http/json";
import type { PeeringRecord } from "../../core/store/peering";
import type { ActionContext, Fields } from "./action";
import type { Guesses } from "./guesses";
import { shortCode } from "./rules/regions";
import { wordOf } from "./words";

/** A peering as the read call shows it: all 19 fields, always. */
export function peeringView({ settings, lateChanges }: ActionContext, peering: PeeringRecord): Fields {
  const { requester, accepter, attributes } = peering;
  const { guesses, accounts } = settings;
  const appIdOf = (uin: string) => accounts.find((account) => account.uin === uin)?.appId ?? 0;
  const shown = lateChanges.shown(peering);
  return {
    SourceVpcId: requester.vpcId,
    PeerVpcId: accepter.vpcId,
    PeeringConnectionId: peering.id,
    PeeringConnectionName: shown.name,
    State: wordOf(peering),
    IsNgw: false,
    Bandwidth: shown.bandwidth ?? 0,
    SourceRegion: shortCode(requester.region),
    DestinationRegion: shortCode(accepter.region),
    CreateTime: timeText(peering.createdAt, guesses.hoursAheadOfUtc),
    AppId: appIdOf(requester.account),
    PeerAppId: appIdOf(accepter.account),
    ChargeType: shown.chargeType ?? guesses.defaultChargeType,
    SourceUin: uinNumber(requester.account),
    DestinationUin: uinNumber(accepter.account),
    DestinationVpcId: accepter.vpcId,
    QosLevel: attributes["qosLevel"] ?? guesses.defaultQosLevel,
    Type: typeShown(attributes["type"], guesses),
    TagSet: tagSet(requester.labels.tags),
  };
}

/** Only a peering with bare metal shows its type for certain. */
function typeShown(asked: string | undefined, guesses: Guesses): string {
  const isShown = guesses.typeIsEchoed || asked === "VPC_BM_PEER";
  return asked !== undefined && isShown ? asked : guesses.typeShown;
}

/** Tags as answers have them. */
function tagSet(tags: Readonly<Record<string, string>>): Json {
  return Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
}

/** An account, written digit for digit as the number the API declares it to be. Ids that are no numbers stay texts. */
function uinNumber(uin: string): Json {
  return /^(0|[1-9]\d*)$/.test(uin) ? BigInt(uin) : uin;
}

/** `2024-11-14 11:58:54`, in a zone that it does not name. */
export function timeText(at: number, hoursAheadOfUtc: number): string {
  return new Date(at + hoursAheadOfUtc * 3_600_000).toISOString().slice(0, 19).replace("T", " ");
}
