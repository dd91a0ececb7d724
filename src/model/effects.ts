import type { CloudName } from "./peering";

/** What a change of an input does to the connection. */
export type Effect =
  | "inPlace" // the cloud changes it
  | "replace" // the cloud can't: delete, then create
  | "stateOnly" // only this package uses it: the outputs are rewritten, no call is made
  | "none"; // nobody needs to know

/** What becomes of a property in the cloud that is not declared any more. */
export type Unset =
  | "cleared" // it is taken off
  | "kept" // the cloud can change it, but not clear it: it stays, and a warning says so
  | "defaulted" // it gets its default
  | "replaced"; // like any other change of it

/** What a cloud does with one input. */
export interface Rule {
  effect: Effect;
  unset?: Unset;
  /** Why a change replaces the connection, where that may come as a surprise: a full clause. */
  why?: string;
}

const replace: Rule = { effect: "replace", unset: "replaced" };
const stateOnly: Rule = { effect: "stateOnly" };
const kept: Rule = { effect: "inPlace", unset: "kept" };
const cleared: Rule = { effect: "inPlace", unset: "cleared" };

const everywhere = (rule: Rule): Record<CloudName, Rule> => ({
  alicloud: rule,
  tencentcloud: rule,
  huaweicloud: rule,
});

/** Every input of a Connection on every cloud that has it: what a change does, and what becomes of it if it is taken away. */
export const RULES = {
  cloud: everywhere(replace),
  "requester.vpcId": everywhere(replace),
  "requester.region": everywhere(replace),
  "requester.account": everywhere(replace),
  "accepter.vpcId": everywhere(replace),
  "accepter.region": everywhere(replace),
  "accepter.account": everywhere(replace),
  name: everywhere({ effect: "inPlace", unset: "defaulted" }),
  description: { alicloud: kept, huaweicloud: cleared },
  tags: {
    alicloud: cleared,
    // How the tag service calls a connection is documented nowhere.
    tencentcloud: { ...replace, why: "Tencent Cloud takes tags only when a connection is made" },
  },
  bandwidth: { alicloud: kept, tencentcloud: kept },
  linkType: { alicloud: kept },
  qosLevel: { tencentcloud: replace },
  chargeType: { tencentcloud: kept },
  resourceGroupId: { alicloud: kept },
  waitFor: everywhere({ effect: "inPlace" }),
  adopt: everywhere(stateOnly),
  forceDelete: { alicloud: stateOnly },
  timeouts: everywhere(stateOnly),
  preflight: everywhere({ effect: "none" }),
} as const satisfies Record<string, Partial<Record<CloudName, Rule>>>;

/** The inputs that {@link effectOf} knows. */
export type InputName = keyof typeof RULES;

/** Every input name, in the order of the table. */
export const INPUT_NAMES = Object.keys(RULES) as InputName[];

/** The rule of a cloud for an input; nothing if the cloud has no such input. */
export function ruleOf(input: InputName, cloud: CloudName): Rule | undefined {
  return (RULES[input] as Partial<Record<CloudName, Rule>>)[cloud];
}

/** What a change of this input does on this cloud. What the cloud does not have is refused before that; till then it counts as elsewhere. */
export function effectOf(input: InputName, cloud: CloudName): Effect {
  const [elsewhere] = Object.values(RULES[input]) as Rule[];
  return (ruleOf(input, cloud) ?? elsewhere)?.effect ?? "none";
}

/** Why this change replaces the connection, where that may come as a surprise. */
export function whyReplaced(input: InputName, cloud: CloudName): string | undefined {
  return ruleOf(input, cloud)?.why;
}
