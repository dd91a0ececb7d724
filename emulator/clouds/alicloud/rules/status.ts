import type { PeeringRecord } from "../../../core/store/peering";
import type { PeeringStatus } from "../../../core/store/status";
import { apiError } from "../errors";

/** Refuses a call whose peering is in a status the call does not go with. */
export function requireStatus(peering: PeeringRecord, allowed: readonly PeeringStatus[]): void {
  if (!allowed.includes(peering.status)) {
    throw apiError("IncorrectStatus.VpcPeer", "VpcPeer", peering.id);
  }
}

/** Refuses to touch what a cloud service manages by itself. */
export function refuseManaged(peering: PeeringRecord): void {
  if (peering.attributes["managedService"]) throw apiError("OperationDenied.ServiceManagedInstance");
}
