import { PeeringError } from "../../model/errors";
import type { Cloud, OptionalVerb } from "./cloud";

/** A verb that a cloud may lack. What needs it was refused at preview, so only what no preview could foresee fails here. */
export function verbOf<V extends OptionalVerb>(cloud: Cloud, verb: V): NonNullable<Cloud[V]> {
  const found = cloud[verb];
  if (found !== undefined) return found;
  throw new PeeringError(`This cloud cannot ${verb} connections.`, {
    kind: "unsupported",
    cloud: cloud.name,
  });
}
