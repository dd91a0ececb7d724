/** Which tables of a VPC routes go to: all that can hold them, the main one, or those with these ids. */
export type TableChoice = "all" | "main" | string[];

/** A place for a route: a destination in a route table, as a CIDR block in canonical form. */
export interface Place {
  /** The table's id. */
  table: string;
  /** An address block, such as `10.2.0.0/16`. */
  destination: string;
}

/** A route through a connection, as it is wanted and as it was last seen. */
export interface Route extends Place {
  /** `waiting` while it is not there yet: because the connection is not active, or because somebody has taken it away. */
  status: "present" | "waiting";
}

/** Whether two places are the same. */
function isSamePlace(one: Place, other: Place): boolean {
  return one.table === other.table && one.destination === other.destination;
}

/** Whether a place is among these. */
export function isAmong(place: Place, places: readonly Place[]): boolean {
  return places.some((other) => isSamePlace(place, other));
}
