import { checked } from "../core/checked";
import type { PeeringRecord } from "../core/store/peering";
import { UserError } from "../core/userError";
import type { Emulation } from "../world/emulation";
import { patchPeering, seedPeering } from "../world/seedPeering";
import type { AdminContext } from "./context";
import { peeringRow } from "./peeringRow";

/** All connections, as they are now. */
export function listPeerings({ emulation }: AdminContext): unknown {
  return emulation.peerings.list().map((peering) => peeringRow(emulation.clouds, peering));
}

/** Makes a connection behind every client's back. */
export function postPeering(context: AdminContext): unknown {
  const { emulation } = context;
  return rowOf(
    context,
    seedPeering(emulation, emulation.clouds, checked(context.inputs.peering, context.body())),
  );
}

/** One connection. */
export function showPeering(context: AdminContext): unknown {
  return rowOf(context, peeringOf(context));
}

/** Changes it, at once. */
export function changePeering(context: AdminContext): unknown {
  const { emulation } = context;
  const peering = peeringOf(context);
  patchPeering(emulation, emulation.clouds, peering, checked(context.inputs.peeringPatch, context.body()));
  if (peering.erased || peering.status === "deleted") removeItsRoutes(emulation, peering);
  return rowOf(context, peering);
}

/** Removes it, at once. */
export function deletePeering(context: AdminContext): unknown {
  const peering = peeringOf(context);
  context.emulation.peerings.erase(peering);
  removeItsRoutes(context.emulation, peering);
  return rowOf(context, peering);
}

/** Where a cloud removes the routes into a peering with it, they go with one that is removed by hand, too. */
function removeItsRoutes({ routes }: Emulation, { id }: PeeringRecord): void {
  routes.remove(routes.into(id).filter(({ table }) => table.routing.routesGoWithPeering));
}

function peeringOf({ emulation, id }: AdminContext): PeeringRecord {
  const peering = emulation.peerings.find(id);
  if (!peering) throw new UserError(`There is no peering ${id}.`, 404);
  return peering;
}

function rowOf({ emulation }: AdminContext, peering: PeeringRecord): unknown {
  return peeringRow(emulation.clouds, peering);
}
