import type { Emulation } from "../world/emulation";
import type { PeeringRecord } from "../core/store/peering";
import { patchPeering, seedPeering } from "../world/seedPeering";
import { UserError } from "../core/userError";
import type { Vpc } from "../core/store/vpcStore";
import { clockRange } from "../core/time/clock";
import { checked } from "../core/checked";
import type { Inputs } from "../world/inputs";
import { clockSchema, vpcPatchSchema } from "./bodies";
import { peeringRow } from "./peeringRow";

/** What the admin API works on. */
export interface AdminSetting {
  readonly emulation: Emulation;
  readonly inputs: Inputs;
  readonly reset: () => void;
}

/** What a handler may use. */
export interface AdminContext extends AdminSetting {
  /** The last segment of the path, where the route has one. */
  readonly id: string;
  readonly body: () => unknown;
}

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

  { method: "GET", pattern: /^\/vpcs$/, handle: ({ emulation }) => emulation.vpcs.all() },
  { method: "PATCH", pattern: /^\/vpcs\/([^/]+)$/, handle: changeVpc },

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
  return rowOf(context, peering);
}

function deletePeering(context: AdminContext): unknown {
  const peering = peeringOf(context);
  context.emulation.peerings.erase(peering);
  return rowOf(context, peering);
}

function changeVpc(context: AdminContext): Vpc {
  const { emulation, id } = context;
  const vpc = emulation.vpcs.all().find(({ vpcId }) => vpcId === id);
  if (!vpc) throw new UserError(`There is no VPC ${id}.`, 404);
  vpc.routes = checked(vpcPatchSchema, context.body()).routes;
  return vpc;
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
