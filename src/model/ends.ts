/** The two ends of a connection: who asks for it, and who is asked. */
export const ENDS = ["requester", "accepter"] as const;

/** One end of a connection. */
export type EndName = (typeof ENDS)[number];

/** The other end. */
export function otherEnd(end: EndName): EndName {
  return end === "requester" ? "accepter" : "requester";
}
