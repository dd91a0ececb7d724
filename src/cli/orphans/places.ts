import type { Settings } from "../../provider/clouds/cloud";
import { cloudModule } from "../../provider/clouds/registry";
import { settingsOf } from "../../model/settings";
import type { CloudName } from "../../model/clouds";
import { CLOUDS } from "../../model/clouds";
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

function keyRings(
  { resources, config }: StackFacts,
  cloud: CloudName,
): { keys: string; settings: Settings; isNamed: boolean }[] {
  const names = settingsOf(cloud).map((name) => `${cloud}:${name}`);
  const speaksOf = (values: Record<string, unknown>): boolean =>
    names.some((name) => values[name] !== undefined);
  const providers = resources.filter(({ type }) => type === "pulumi:providers:pulumi-nodejs");
  const instances = providers
    .map(({ urn, inputs = {} }) => ({ name: urn.split("::").at(-1) ?? "", inputs }))
    .filter(({ name, inputs }) => name !== "default" && speaksOf(inputs))
    .map(({ name, inputs }) => ({
      keys: `provider instance ${name}`,
      settings: (key: string): unknown => inputs[key],
      isNamed: true,
    }));
  const own = {
    keys: "the stack's config and the environment",
    settings: (key: string): unknown => config[key],
    isNamed: speaksOf(config),
  };
  // Where everything has an instance, config and environment need not have any keys.
  const isUsed = instances.length === 0 || providers.some(({ urn }) => urn.endsWith("::default"));
  return isUsed ? [...instances, own] : instances;
}

function regionsIn({ inputs = {} }: StateResource): string[] {
  const sides = [inputs["requester"], inputs["accepter"]] as ({ region?: unknown } | undefined)[];
  return sides.map((side) => side?.region).filter((region) => typeof region === "string");
}
