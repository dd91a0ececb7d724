import type { z } from "zod";
import type { Inputs } from "../world/inputs";
import { clockSchema, reachAddresses, reachVersion, vpcPatchSchema } from "./bodies";
import {
  clearRequests,
  deleteFault,
  deleteFaults,
  moveClock,
  postFault,
  resetWorld,
  showClock,
  showReach,
} from "./calls";
import type { AdminContext } from "./context";
import { changePeering, deletePeering, listPeerings, postPeering, showPeering } from "./peerings";
import { routeRows } from "./routeRow";
import { deleteRoutes, postRoute } from "./routes";
import { changeVpc, listVpcs } from "./vpcs";

/** A parameter of a query. */
interface Parameter {
  readonly about: string;
  readonly needed: boolean;
  readonly values?: readonly string[];
}

/** A call of the admin API, and what is to be known of it. */
export interface Endpoint {
  readonly method: "GET" | "POST" | "PATCH" | "DELETE";
  /** Below `/_emulator`; `{id}` stands for a segment. */
  readonly path: string;
  readonly about: string;
  /** What the body has to be. */
  readonly body?: (inputs: Inputs) => z.ZodType;
  readonly query?: Readonly<Record<string, Parameter>>;
  readonly handle: (context: AdminContext) => unknown;
}

const world = "The world in force, keys included.";

/** The admin API. */
export const adminEndpoints: readonly Endpoint[] = [
  { method: "GET", path: "/health", about: world, handle: ({ emulation }) => emulation.world },
  { method: "GET", path: "/world", about: world, handle: ({ emulation }) => emulation.world },

  { method: "GET", path: "/peerings", about: "All connections, as they are now.", handle: listPeerings },
  {
    method: "POST",
    path: "/peerings",
    about: "Makes a connection behind every client's back.",
    body: ({ peering }) => peering,
    handle: postPeering,
  },
  { method: "GET", path: "/peerings/{id}", about: "One connection.", handle: showPeering },
  {
    method: "PATCH",
    path: "/peerings/{id}",
    about: "Changes a connection at once; `cloudStatus` goes before `status`.",
    body: ({ peeringPatch }) => peeringPatch,
    handle: changePeering,
  },
  { method: "DELETE", path: "/peerings/{id}", about: "Removes a connection at once.", handle: deletePeering },

  { method: "GET", path: "/vpcs", about: "All VPCs, as they are now.", handle: listVpcs },
  {
    method: "PATCH",
    path: "/vpcs/{id}",
    about: "Changes a VPC: what the body has takes the place of what there was.",
    body: () => vpcPatchSchema,
    handle: changeVpc,
  },

  {
    method: "GET",
    path: "/routes",
    about: "All routes, the local ones first.",
    handle: ({ emulation }) => routeRows(emulation),
  },
  {
    method: "POST",
    path: "/routes",
    about: "Makes a route, or leads the one to that destination elsewhere.",
    body: ({ route }) => route,
    handle: postRoute,
  },
  {
    method: "DELETE",
    path: "/routes",
    about: "Removes the routes of a table to a destination; the answer lists them.",
    body: ({ routeKey }) => routeKey,
    handle: deleteRoutes,
  },
  {
    method: "GET",
    path: "/reach",
    about: "Whether packets from one VPC to another, and their answers, find their way.",
    query: {
      from: { about: "The id of a VPC.", needed: true },
      to: { about: "The id of another.", needed: true },
      ipv6: { about: "Whether it is about IPv6.", needed: false, values: reachVersion.options },
      addresses: {
        about: "To all addresses of a VPC, or to those that its subnets have.",
        needed: false,
        values: reachAddresses.options,
      },
    },
    handle: showReach,
  },

  {
    method: "GET",
    path: "/faults",
    about: "The faults that are planted.",
    handle: ({ emulation }) => emulation.faults.list(),
  },
  {
    method: "POST",
    path: "/faults",
    about: "Plants a fault: which calls go wrong, how often, and how.",
    body: ({ fault }) => fault,
    handle: postFault,
  },
  {
    method: "DELETE",
    path: "/faults",
    about: "Removes all faults, and releases what they hold.",
    handle: deleteFaults,
  },
  {
    method: "DELETE",
    path: "/faults/{id}",
    about: "Removes a fault, and releases what it holds.",
    handle: deleteFault,
  },

  {
    method: "GET",
    path: "/requests",
    about: "What clouds were asked, oldest first, without keys and signatures.",
    handle: ({ emulation }) => emulation.log.list(),
  },
  {
    method: "GET",
    path: "/requests/dropped",
    about: "How many requests are not in the log any more, since it keeps so many: `keep` of the world.",
    handle: ({ emulation }) => ({ dropped: emulation.log.dropped }),
  },
  { method: "DELETE", path: "/requests", about: "Forgets what was asked so far.", handle: clearRequests },

  { method: "GET", path: "/clock", about: "What the clock shows.", handle: showClock },
  {
    method: "POST",
    path: "/clock",
    about: "Sets the clock, which goes on running.",
    body: () => clockSchema,
    handle: moveClock,
  },
  { method: "POST", path: "/reset", about: "The world as at the start.", handle: resetWorld },
];

/** What stands for `{id}` in a path below `/_emulator`, empty where there is none; nothing if the path is another one. */
export function idIn({ path }: Endpoint, asked: string): string | undefined {
  const [before = "", after] = path.split("{id}");
  if (after === undefined) return path === asked ? "" : undefined;
  const id = asked.slice(before.length);
  return asked.startsWith(before) && id !== "" && !id.includes("/") ? id : undefined;
}
