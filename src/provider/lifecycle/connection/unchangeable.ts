import { difference } from "../../../model/difference";
import { effectOf, whyReplaced } from "../../../model/effects";
import type { ConnectionSpec, Peering } from "../../../model/peering";
import { SYNCABLE } from "../../../model/properties";
import type { Work } from "../work";

/** Says what of a connection that was found, not made, is other than declared and cannot be changed on it. */
export function warnOfWhatStays(
  seen: Peering,
  spec: ConnectionSpec,
  { cloud, context }: Pick<Work, "cloud" | "context">,
): void {
  for (const name of SYNCABLE) {
    const isFixed = spec[name] !== undefined && effectOf(name, cloud.name) !== "inPlace";
    if (!isFixed || difference({ [name]: spec[name] }, seen) === undefined) continue;
    const why = whyReplaced(name, cloud.name) ?? "This cloud cannot change them";
    context.warn(`${name} of ${seen.id}, which existed already, stay as they are. ${why}.`);
  }
}
