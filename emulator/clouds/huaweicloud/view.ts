import type { JsonObject } from "../../core/http/json";
import type { PeeringRecord, PeeringSide } from "../../core/store/peering";
import { wordOf } from "./words";

/** A peering as every call shows it. */
export function peeringView(peering: PeeringRecord): JsonObject {
  const { requester, accepter } = peering;
  return {
    id: peering.id,
    name: requester.labels.name,
    status: wordOf(peering),
    request_vpc_info: end(requester),
    accept_vpc_info: end(accepter),
    description: requester.labels.description,
    created_at: timeText(peering.createdAt),
    updated_at: timeText(peering.updatedAt),
  };
}

function end({ vpcId, account }: PeeringSide): JsonObject {
  return { vpc_id: vpcId, tenant_id: account };
}

/** UTC, without saying so: `2026-01-31T12:00:00`. */
export function timeText(at: number): string {
  return new Date(at).toISOString().replace(/\.\d+Z$/, "");
}
