import { isIntraRegion, type PeeringRecord, sidesOf } from "../../../core/store/peering";
import { apiError } from "../errors";
import type { End } from "./ends";

/** The quotas of the world. */
export interface PeeringQuotas {
  readonly intraRegionPerVpc: number;
  readonly interRegionPerVpc: number;
  readonly perRegion: number;
}

/** Refuses a peering that would be one too many. `counted` are the peerings that count; a quota of 0 is off. */
export function checkQuotas(
  requester: End,
  accepter: End,
  counted: readonly PeeringRecord[],
  quotas: PeeringQuotas,
): void {
  const intra = isIntraRegion({ requester, accepter });
  const perVpc = intra ? quotas.intraRegionPerVpc : quotas.interRegionPerVpc;
  for (const { vpcId } of [requester, accepter]) {
    const usage = counted.filter(
      (peering) => isIntraRegion(peering) === intra && sidesOf(peering).some((side) => side.vpcId === vpcId),
    ).length;
    const code = intra
      ? "QuotaExceeded.IntraRegionVpcPeerCountPerVpc"
      : "QuotaExceeded.CrossRegionVpcPeerCountPerVpc";
    refuseFull(code, vpcId, usage, perVpc);
  }
  const inRegion = counted.filter(
    ({ requester: side }) => side.account === requester.account && side.region === requester.region,
  ).length;
  refuseFull("QuotaExceeded.VpcPeerCountPerUserPerRegion", requester.region, inRegion, quotas.perRegion);
}

function refuseFull(code: string, what: string, usage: number, quota: number): void {
  if (quota > 0 && usage >= quota) throw apiError(code, what, usage, quota);
}
