import { cloudModule } from "../../provider/clouds/registry";
import type { CloudName } from "../../model/clouds";
import { CLOUDS } from "../../model/clouds";
import { keyRings } from "../kit/keyRings";
import type { StackFacts, StateResource } from "../kit/pulumi";
import type { Place } from "../kit/search";

/** What a user says of where to look. */
export interface Where {
  cloud: CloudName | undefined;
  regions: readonly string[];
}

/** Everywhere that this stack's connections can be: with the keys in its state, its config and the environment. */
export async function placesOf(stack: StackFacts, where: Where): Promise<Place[]> {
  const places: Place[] = [];
  for (const cloud of where.cloud === undefined ? CLOUDS : [where.cloud]) {
    const used = [...stack.resources, ...stack.unfinished].filter((one) => one.inputs?.["cloud"] === cloud);
    const module = await cloudModule(cloud);
    for (const { keys, settings, isNamed } of keyRings(stack, cloud)) {
      // A cloud that nobody speaks of is not searched, unless the user asks for it.
      if (!isNamed && used.length === 0 && where.cloud === undefined) continue;
      const implied = await module.region(settings).catch(() => undefined);
      const known = [...used.flatMap(regionsIn), ...(implied === undefined ? [] : [implied])];
      const regions = where.regions.length > 0 ? [...where.regions] : [...new Set(known)];
      places.push({ cloud, settings, keys, regions });
    }
  }
  return places;
}

function regionsIn({ inputs = {} }: StateResource): string[] {
  const sides = [inputs["requester"], inputs["accepter"]] as ({ region?: unknown } | undefined)[];
  return sides.map((side) => side?.region).filter((region) => typeof region === "string");
}
