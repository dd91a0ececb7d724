import type { Peering } from "../../model/peering";
import { DEAD, GOING } from "../../model/status";
import { shown } from "../../model/shown";
import { isAmongMarks } from "../kit/stackMarks";
import type { EndName } from "../../model/ends";

/** What a stack has already. */
export interface Held {
  /** The names of its resources, by the ids of their connections. */
  names: ReadonlyMap<string, string>;
  /** What the marks of its connections begin with. */
  marks: ReadonlySet<string>;
}

/** A connection, and which end these keys belong to. */
export interface Seen {
  peering: Peering;
  own: EndName;
}

/** Why a program does not declare a connection, as a sentence; nothing if it does. */
export function reasonToLeave(seen: Seen, held: Held): string | undefined {
  return whoseReason(seen, held) ?? statusReason(seen);
}

function whoseReason({ peering: { id, owner }, own }: Seen, { names, marks }: Held): string | undefined {
  const name = names.get(id);
  if (name !== undefined) return `This stack has it already, as ${shown(name)}.`;
  if (owner === undefined) return undefined;
  if (isAmongMarks(owner, marks)) {
    return "It bears this stack's mark, and is not in its state: `pulumi up` goes on with it if the program declares it, and `npx vpc-peering-orphans` lists it if not.";
  }
  const whose = owner.stack === undefined ? "another stack" : `the stack ${shown(owner.stack)}`;
  if (own === "accepter")
    return `It bears the mark of ${whose}, which asked for it: for its accepter's half, declare a VpcPeeringAccepter with its id as \`connectionId\`.`;
  return `It bears the mark of ${whose}: leave it to that stack, or take it over with \`adopt: ${shown(id)}\`.`;
}

function statusReason({ peering, own }: Seen): string | undefined {
  const { status, cloudStatus, notice } = peering;
  if (status === "active") return undefined;
  const is = `It is ${status} (${shown(cloudStatus)})`;
  if (DEAD.has(status) || GOING.has(status)) return `${is} and will never carry traffic: delete it.`;
  if (status !== "pending") return notice ?? `${is}: run this again once it is active.`;
  return own === "requester"
    ? `${is}: run this again once its accepter has accepted it.`
    : `${is}: to accept it, declare a VpcPeeringAccepter with its id as \`connectionId\`.`;
}
