import type { CloudName, FactsByCloud } from "./clouds";
import { CLOUDS, factsOf } from "./clouds";
import type { Effect, Rule } from "./clouds/facts";
import type { PropertyName } from "./properties";
import { PROPERTY_NAMES } from "./properties";

const replace: Rule = { effect: "replace", unset: "replaced" };

/** What makes a connection what it is, on every cloud. */
const ENDS = {
  cloud: replace,
  "requester.vpcId": replace,
  "requester.region": replace,
  "requester.account": replace,
  "accepter.vpcId": replace,
  "accepter.region": replace,
  "accepter.account": replace,
} as const satisfies Record<string, Rule>;

/** How this package treats a connection, on every cloud. */
const TREATMENT = {
  waitFor: { effect: "inPlace" },
  adopt: { effect: "stateOnly" },
  timeouts: { effect: "stateOnly" },
  preflight: { effect: "none" },
} as const satisfies Record<string, Rule>;

const EVERYWHERE: Readonly<Record<string, Rule>> = { ...ENDS, ...TREATMENT };

type OptionName = { [C in CloudName]: keyof FactsByCloud[C]["options"] }[CloudName];

/** The inputs of a Connection, on whichever cloud. */
export type InputName = keyof typeof ENDS | PropertyName | OptionName | keyof typeof TREATMENT;

/** Every input of a Connection: its ends, its properties, and how it is treated. */
export const INPUT_NAMES = [
  ...Object.keys(ENDS),
  ...PROPERTY_NAMES,
  ...new Set(CLOUDS.flatMap((cloud) => Object.keys(factsOf(cloud).options))),
  ...Object.keys(TREATMENT),
] as InputName[];

/** What a change of an input does on a cloud, and what becomes of it if it is taken away; nothing if the cloud has no such input. */
export function ruleOf(input: InputName, cloud: CloudName): Rule | undefined {
  const { properties, options } = factsOf(cloud);
  return EVERYWHERE[input] ?? properties[input] ?? options[input];
}

/**
 * What a change of this input does on this cloud. What the cloud does not have is refused as soon as its value is
 * known; a value that is not known yet shows as an update, for it might be nothing.
 */
export function effectOf(input: InputName, cloud: CloudName): Effect {
  return ruleOf(input, cloud)?.effect ?? "inPlace";
}

/** Why this change replaces the connection, where that may come as a surprise. */
export function whyReplaced(input: InputName, cloud: CloudName): string | undefined {
  return ruleOf(input, cloud)?.why;
}
