import type { Place } from "../../../model/route";
import type { EndName } from "../../../model/ends";
import type { Cause } from "./losses";

/** What can be wrong. Pipelines go by these: names are added, never changed. */
export type FindingKind =
  | Cause
  | "connection-missing"
  | "connection-pending"
  | "connection-rejected"
  | "connection-expired"
  | "connection-failed"
  | "connection-busy"
  | "seen-from-one-side"
  | "wrong-keys"
  | "one-way"
  | "transit"
  | "quota-connections"
  | "quota-routes";

/** Something that is wrong. */
export interface Finding {
  kind: FindingKind;
  /** `broken`: packets get lost. `risk`: none yet. */
  severity: "broken" | "risk";
  /** The end whose VPC, or keys, it is about. */
  end?: EndName;
  /** Routes that it is about: tables, and destinations in them. */
  places: Place[];
  /** What was found, a full sentence. */
  what: string;
  /** What that means for packets, or for the next command: a full sentence. */
  meaning: string;
  /** The command or argument that mends it: full sentences. */
  remedy: string;
}
