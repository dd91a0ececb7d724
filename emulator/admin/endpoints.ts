import type { Emulation } from "../world/emulation";
import type { PeeringRecord } from "../core/store/peering";
import { patchPeering, seedPeering } from "../world/seedPeering";
import { UserError } from "../core/userError";
import { clockRange } from "../core/time/clock";
import { checked } from "../core/checked";
import type { AdminContext } from "./context";
import { clockSchema, reachAddresses, reachVersion } from "./bodies";
import { peeringRow } from "./peeringRow";
import { reachRow } from "./reachRow";
import { routeRows } from "./routeRow";
import { deleteRoutes, postRoute } from "./routes";
import { changeVpc, listVpcs } from "./vpcs";

interface Endpoint {
  readonly method: "GET" | "POST" | "PATCH" | "DELETE";
  readonly pattern: RegExp;
  readonly handle: (context: AdminContext) => unknown;
}

/** The admin API. */
export const adminEndpoints: readonly Endpoint[] = [
  { method: "GET", pattern: /^\/health$/, handle: ({ emulation }) => emulation.world },
  { method: "GET", pattern: /^\/world$/, handle: ({ emulation }) => emulation.world },

  { method: "GET", pattern: /^\/peerings$/, handle: listPeerings },
  { method: "POST", pattern: /^\/peerings$/, handle: postPeering },
  {
    method: "GET",
    pattern: /^\/peerings\/([^/]+)$/,
    handle: (context) => rowOf(context, peeringOf(context)),
  },
  { method: "PATCH", pattern: /^\/peerings\/([^/]+)$/, handle: changePeering },
  { method: "DELETE", pattern: /^\/peerings\/([^/]+)$/, handle: deletePeering },

  { method: "GET", pattern: /^\/vpcs$/, handle: listVpcs },
  { method: "PATCH", pattern: /^\/vpcs\/([^/]+)$/, handle: changeVpc },

  { method: "GET", pattern: /^\/routes$/, handle: ({ emulation }) => routeRows(emulation) },
  { method: "POST", pattern: /^\/routes$/, handle: postRoute },
  { method: "DELETE", pattern: /^\/routes$/, handle: deleteRoutes },
  { method: "GET", pattern: /^\/reach$/, handle: showReach },

  { method: "GET", pattern: /^\/faults$/, handle: ({ emulation }) => emulation.faults.list() },
  { method: "POST", pattern: /^\/faults$/, handle: postFault },
  {
    method: "DELETE",
    pattern: /^\/faults$/,
    handle: ({ emulation }) => ({ removed: emulation.faults.remove(undefined) }),
  },
  { method: "DELETE", pattern: /^\/faults\/([^/]+)$/, handle: deleteFault },

  { method: "GET", pattern: /^\/requests$/, handle: ({ emulation }) => emulation.log.list() },
  { method: "DELETE", pattern: /^\/requests$/, handle: clearRequests },

  { method: "GET", pattern: /^\/clock$/, handle: ({ emulation }) => clockRow(emulation) },
  { method: "POST", pattern: /^\/clock$/, handle: moveClock },
  { method: "POST", pattern: /^\/reset$/, handle: resetWorld },
];

function listPeerings({ emulation }: AdminContext): unknown {
  return emulation.peerings.list().map((peering) => peeringRow(emulation.clouds, peering));
}

function postPeering(context: AdminContext): unknown {
  const { emulation } = context;
  return rowOf(
    context,
    seedPeering(emulation, emulation.clouds, checked(context.inputs.peering, context.body())),
  );
}

function changePeering(context: AdminContext): unknown {
  const { emulation } = context;
  const peering = peeringOf(context);
  patchPeering(emulation, emulation.clouds, peering, checked(context.inputs.peeringPatch, context.body()));
  if (peering.erased || peering.status === "deleted") removeItsRoutes(emulation, peering);
  return rowOf(context, peering);
}

function deletePeering(context: AdminContext): unknown {
  const peering = peeringOf(context);
  context.emulation.peerings.erase(peering);
  removeItsRoutes(context.emulation, peering);
  return rowOf(context, peering);
}

/** Where a cloud removes the routes into a peering with it, they go with one that is removed by hand, too. */
function removeItsRoutes({ routes }: Emulation, { id }: PeeringRecord): void {
  routes.remove(routes.into(id).filter(({ table }) => table.routing.routesGoWithPeering));
}

function showReach({ emulation, query }: AdminContext): unknown {
  const version = checked(reachVersion, query.get("ipv6") ?? "false", "ipv6") === "true" ? 6 : 4;
  const addresses = checked(reachAddresses, query.get("addresses") ?? "all", "addresses");
  const [from, to] = [query.get("from") ?? "", query.get("to") ?? ""];
  return reachRow(emulation, { from, to, version, addresses });
}

function postFault({ emulation, inputs, body }: AdminContext): unknown {
  const { id, hits } = emulation.faults.add(checked(inputs.fault, body()));
  return { id, hits };
}

function deleteFault({ emulation, id }: AdminContext): unknown {
  const removed = emulation.faults.remove(id);
  if (removed === 0) throw new UserError(`There is no fault ${id}.`, 404);
  return { removed };
}

function clearRequests({ emulation }: AdminContext): unknown {
  const removed = emulation.log.list().length;
  emulation.log.clear();
  return { removed };
}

function moveClock({ emulation, body }: AdminContext): unknown {
  const move = checked(clockSchema, body());
  const { clock } = emulation;
  const target = "now" in move ? Date.parse(move.now) : clock.now() + move.advanceMs;
  if (target < clockRange.from || target > clockRange.to) {
    const [name, value] = Object.entries(move)[0] ?? [];
    throw new UserError(
      `${name} is ${JSON.stringify(value)}: the clock would leave the years 1970 to 9999; move it less far.`,
    );
  }
  clock.set(target);
  return clockRow(emulation);
}

function clockRow({ clock }: Emulation): unknown {
  return { now: new Date(clock.now()).toISOString(), offsetMs: clock.now() - Date.now() };
}

function resetWorld({ emulation, reset }: AdminContext): unknown {
  reset();
  return emulation.world;
}

function peeringOf({ emulation, id }: AdminContext): PeeringRecord {
  const peering = emulation.peerings.find(id);
  if (!peering) throw new UserError(`There is no peering ${id}.`, 404);
  return peering;
}

function rowOf({ emulation }: AdminContext, peering: PeeringRecord): unknown {
  return peeringRow(emulation.clouds, peering);
}
