import { PeeringError } from "../../model/errors";
import type { Cloud, OptionalVerb } from "./cloud";

/** A verb that a cloud may lack. What needs it was refused at preview, so only what no preview could foresee fails here. */
export function verbOf<V extends OptionalVerb>(cloud: Cloud, verb: V): NonNullable<Cloud[V]> {
  const found = cloud[verb];
  if (found !== undefined) return found;
  const what = verb === "routing" ? "write routes" : `${verb} connections`;
  throw new PeeringError(`This cloud cannot ${what}.`, {
    kind: "unsupported",
    cloud: cloud.name,
  });
}
