import type { CloudName } from "../../model/clouds";

/** A provider instance of the program, where a value refers to it. */
export class Instance {
  constructor(readonly name: string) {}
}

/** A setting that the program reads from its stack's config, since it may be a secret. */
export class Setting {
  constructor(
    readonly name: string,
    readonly kind: "open" | "secret" | "object",
  ) {}
}

/** What can stand in a program. */
export type Value = string | number | boolean | readonly string[] | Instance | Setting | Fields;

/** What stands between braces, in the order in which it is written. */
export interface Fields {
  readonly [name: string]: Value;
}

/** A resource, with what is to be said above it. */
export interface Declaration {
  kind: "VpcPeering" | "VpcPeeringAccepter";
  name: string;
  args: Fields;
  notes: readonly string[];
}

/** A program, in whichever language. */
export interface Program {
  cloud: CloudName;
  /** What stands above everything. */
  heading: readonly string[];
  instances: readonly { name: string; args: Fields }[];
  declarations: readonly Declaration[];
  /** What stands below everything. */
  ending: readonly string[];
}

export function isList(value: Value): value is readonly string[] {
  return Array.isArray(value);
}

export function isFields(value: Value): value is Fields {
  return (
    typeof value === "object" && !isList(value) && !(value instanceof Instance || value instanceof Setting)
  );
}
