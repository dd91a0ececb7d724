import * as pulumi from "@pulumi/pulumi";
import { spellingRemedy } from "../model/nearest";
import { shown, shownName } from "../model/shown";
import { refusal } from "./refusal";

interface ObjectRule {
  /** Whether it has to be there, and has to be an object by now, since this process reads its members. */
  need: "now" | "nowIfAny" | "any";
  names?: readonly string[];
}

/** What is to be known of arguments. */
interface Rules {
  /** The members that are objects, and what they may hold, where that is looked at here. */
  objects?: Readonly<Record<string, ObjectRule>>;
  /** All names there are, where whoever gets the arguments would not miss what it does not know. */
  names?: readonly string[];
  /** The names whose values no message may show. */
  secret?: readonly string[];
}

/** Deeper objects than this are a mistake, and the engine takes them no better. */
const DEEPEST = 10;

/**
 * Arguments as a program gave them, without what is null: that is as good as left out. Refuses, all at once, what the
 * engine would drop silently, or hang over. What else is wrong with values is told by the provider, which knows the cloud.
 */
export function given<Args extends object>(whose: string, args: Args, rules: Rules = {}): Args {
  const walk: Walk = { whose, complaints: [], above: [], rules };
  if (!isObject(args)) throw refusal(`${whose}: its arguments are ${shown(args)}: they must be an object.`);
  const said = handedOn(args, [], walk) as Args;
  const objects = Object.entries(rules.objects ?? {}).flatMap(([name, { need, names }]) => {
    const part = (said as Record<string, unknown>)[name];
    if (isObject(part)) return strangers(part, names, [name]);
    if (need === "any" || (need === "nowIfAny" && part === undefined)) return [];
    if (part === undefined) return [`${name} is missing: it must be an object with vpcId.`];
    return [`${name} is ${shown(part)}: it must be an object, whose members may be Outputs.`];
  });
  const complaints = [...objects, ...strangers(said, rules.names, []), ...walk.complaints];
  if (complaints.length > 0) throw refusal(`${whose}: ${complaints.join(" ")}`);
  return said;
}

function strangers(said: object, names: readonly string[] | undefined, above: readonly string[]): string[] {
  // Whatever else is not known here gets to somebody who knows. The SDK would lose a member of this name on the way.
  const isStrange = (name: string): boolean =>
    names === undefined ? name === "__proto__" : !names.includes(name);
  return Object.keys(said)
    .filter(isStrange)
    .map(
      (name) =>
        `${shownName([...above, name])}: there is no such argument. ${spellingRemedy(name, names ?? [])}`,
    );
}

/** What is met on the way through arguments. */
interface Walk {
  whose: string;
  complaints: string[];
  /** The objects that the value is in. */
  above: readonly unknown[];
  rules: Rules;
}

function handedOn(value: unknown, path: readonly PropertyKey[], walk: Walk): unknown {
  if (isInstance(value, path)) return value;
  if (isOfLater(value)) return changed(value, (known) => knownLater(known, path, walk));
  const remedy = remedyFor(value) ?? tooDeep(value, walk.above);
  if (remedy !== undefined) {
    const isSecret = walk.rules.secret?.includes(String(path[0])) === true;
    walk.complaints.push(`${shownName(path)} is ${isSecret ? "not shown here" : shown(value)}: ${remedy}.`);
    return value;
  }
  if (typeof value !== "object" || value === null) return value;
  const inside = { ...walk, above: [...walk.above, value] };
  const isSaid = (part: unknown): boolean => part !== null && part !== undefined;
  if (Array.isArray(value)) {
    return value.filter(isSaid).map((part, index) => handedOn(part, [...path, index], inside));
  }
  const members = Object.entries(value).filter(([, part]) => isSaid(part));
  return Object.fromEntries(members.map(([key, part]) => [key, handedOn(part, [...path, key], inside)]));
}

/** The same of what an Output or a Promise turned out to be. */
function knownLater(value: unknown, path: readonly PropertyKey[], { whose, rules }: Walk): unknown {
  const walk: Walk = { whose, complaints: [], above: [], rules };
  if (value === null || value === undefined) return undefined;
  const said = handedOn(value, path, walk);
  if (walk.complaints.length > 0) throw refusal(`${whose}: ${walk.complaints.join(" ")}`);
  return said;
}

/** A resource stands for a provider instance by this name; but a tag may have any name. */
function isInstance(value: unknown, path: readonly PropertyKey[]): boolean {
  return pulumi.Resource.isInstance(value) && path.at(-1) === "provider" && path.at(-2) !== "tags";
}

/** What to do about a value that cannot go on to the engine. */
function remedyFor(value: unknown): string | undefined {
  if (typeof value === "bigint") return "quote it";
  if (typeof value === "number" && !Number.isFinite(value)) return "it must be a finite number";
  if (typeof value === "string" && !isWellFormed(value)) return "it holds the half of a character";
  if (typeof value === "function" || typeof value === "symbol") return "it must be a value";
  if (pulumi.Resource.isInstance(value)) return "give one of its outputs, such as its `id`";
  const isOther = typeof value === "object" && value !== null && !Array.isArray(value) && !isObject(value);
  return isOther ? "it must be text, a number, true or false, an object of these, or an Output" : undefined;
}

function tooDeep(value: unknown, above: readonly unknown[]): string | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  return above.includes(value) || above.length > DEEPEST ? "it goes too deep, or holds itself" : undefined;
}

/** The SDK's own test knows any resource, but no provider. */
export function isProvider(value: unknown): value is pulumi.ProviderResource {
  return pulumi.CustomResource.isInstance(value) && "getPackage" in value;
}

/** An input whose value is changed, now or when it comes. */
export function changed(input: unknown, change: (value: unknown) => unknown): unknown {
  if (input instanceof Promise) return input.then(change);
  return pulumi.Output.isInstance<unknown>(input) ? input.apply((value) => change(value)) : change(input);
}

/** An input, or where it says nothing, now or when it comes, something else: what is null is as good as left out. */
export function orElse<T>(input: pulumi.Input<T> | undefined, other: () => pulumi.Input<T>): pulumi.Input<T> {
  const said: unknown = input;
  if (said === undefined || said === null) return other();
  if (!isOfLater(said)) return said as T;
  return pulumi.output(said as Promise<T>).apply((value) => value ?? other()) as pulumi.Output<T>;
}

/** Whether a value comes later: the SDK waits for it. */
export function isOfLater(value: unknown): boolean {
  return pulumi.Output.isInstance(value) || value instanceof Promise;
}

/** Whether a value has members of its own making: it is no array, date, map, Output or resource. */
function isObject(value: unknown): value is object {
  if (typeof value !== "object" || value === null || isOfLater(value) || pulumi.Resource.isInstance(value))
    return false;
  return Object.prototype.toString.call(value) === "[object Object]";
}

function isWellFormed(text: string): boolean {
  return !/\p{Surrogate}/u.test(text);
}
