import { isIntraRegion, type PeeringRecord } from "../../../core/store/peering";
import type { ActionContext } from "../action";
import { apiError } from "../errors";
import { existing, isDead } from "../find";
import type { End } from "./ends";

/** The quotas of the world. */
export interface PeeringQuotas {
  readonly intraRegionPerVpc: number;
  readonly interRegionPerVpc: number;
  readonly perRegion: number;
}

/** Refuses a peering that would be one too many; a quota of 0 is off. */
export function checkQuotas(context: ActionContext, requester: End, accepter: End): void {
  const { intraRegionPerVpc, interRegionPerVpc, perRegion } = context.settings.quotas;
  const intra = isIntraRegion({ requester, accepter });
  const ofVpc = intra
    ? { code: "QuotaExceeded.IntraRegionVpcPeerCountPerVpc", quota: intraRegionPerVpc }
    : { code: "QuotaExceeded.CrossRegionVpcPeerCountPerVpc", quota: interRegionPerVpc };
  for (const { vpcId } of [requester, accepter]) {
    refuseFull({ ...ofVpc, what: vpcId }, () =>
      counted(context, [vpcId]).filter((peering) => isIntraRegion(peering) === intra),
    );
  }
  const code = "QuotaExceeded.VpcPeerCountPerUserPerRegion";
  const { account, region } = requester;
  refuseFull({ code, what: region, quota: perRegion }, () =>
    counted(context).filter(({ requester: side }) => side.account === account && side.region === region),
  );
}

/** The peerings that count against a quota: all, or those of a VPC. */
function counted(context: ActionContext, vpcIds?: readonly string[]): PeeringRecord[] {
  const { deadCountsAgainstQuota } = context.settings.guesses;
  return existing(context, vpcIds).filter(
    (peering) => peering.status !== "deleted" && (deadCountsAgainstQuota || !isDead(peering)),
  );
}

function refuseFull(
  { code, what, quota }: { readonly code: string; readonly what: string; readonly quota: number },
  used: () => readonly PeeringRecord[],
): void {
  if (quota === 0) return;
  const usage = used().length;
  if (usage >= quota) throw apiError(code, what, usage, quota);
}
