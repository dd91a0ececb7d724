import type { CloudName } from "../../../model/clouds";
import { defined } from "../../../model/defined";
import { PeeringError } from "../../../model/errors";
import { factsOf } from "../../../model/clouds";
import { spellingRemedy } from "../../../model/nearest";
import { shown, shownName } from "../../../model/shown";
import type { Settings } from "../cloud";
import type { Fields } from "./json";
import { fieldsIn, isFields } from "./json";
import { once } from "./memo";

/** Where keys come from; asked before every call, so that temporary keys stay fresh. */
export type KeySource<Keys> = () => Promise<Keys>;

/** Keys that end at a moment, in milliseconds since 1970. */
export type Temporary<Keys> = Keys & { endsAt: number };

/** How long before their end temporary keys are renewed. */
const RENEW_MS = 5 * 60_000;

/** A source that always has the same keys. */
export function constant<Keys>(keys: Keys): KeySource<Keys> {
  return () => Promise.resolve(keys);
}

/** A source that is found when keys are first needed. */
export function lazily<Keys>(find: () => KeySource<Keys> | Promise<KeySource<Keys>>): KeySource<Keys> {
  const found = once(async (_: undefined) => await find());
  return async () => {
    const source = await found(undefined);
    return await source();
  };
}

/**
 * Keeps temporary keys until shortly before their end. Of 50 that ask at once, the first causes a call and all get its
 * answer. A failure is told to those who waited for it, and not kept: who asks next causes the next call.
 */
export function renewing<Keys>(obtain: () => Promise<Temporary<Keys>>): KeySource<Keys> {
  let current: Promise<Temporary<Keys>> | undefined;
  return async () => {
    const before = current;
    const keys = await before?.catch(() => undefined);
    const isFresh = keys !== undefined && keys.endsAt - RENEW_MS > Date.now();
    if (isFresh) return withoutEnd(keys);
    // If two askers find the keys too old, the first begins to get new ones, and the second waits for the same.
    if (current === undefined || current === before) current = obtain();
    return withoutEnd(await current);
  };
}

function withoutEnd<Keys>({ endsAt: _, ...keys }: Temporary<Keys>): Keys {
  return keys as Keys;
}

/** The text of a setting, if it has one. What a file or a pasted line adds before and behind it is not meant. */
export function text(value: unknown): string | undefined {
  const trimmed = typeof value === "string" ? value.trim() : "";
  return trimmed === "" ? undefined : trimmed;
}

/** The variables of the environment that hold each setting, the first that is set before the others. */
type Variables<Name extends string> = Readonly<Record<Name, readonly string[]>>;

/** Reads a cloud's settings: those of the provider instance or stack, and those of the environment. */
export function settingsReader<Name extends string>(cloud: CloudName, variables: Variables<Name>) {
  const fromEnvironment = (name: Name): string | undefined =>
    variables[name].map((variable) => text(process.env[variable])).find((value) => value !== undefined);
  return {
    /** A setting of the environment. */
    fromEnvironment,
    /** A setting of the instance or stack, else of the environment. */
    setting: (settings: Settings, name: Name): string | undefined =>
      text(settings(`${cloud}:${name}`)) ?? fromEnvironment(name),
  };
}

/** A setting that stands in hosts or headers, where only letters, digits and hyphens can; nothing if there is none. */
export function label(cloud: CloudName, name: string, value: string | undefined): string | undefined {
  if (value === undefined || /^[\w-]+$/.test(value)) return value;
  throw new PeeringError(`${name} is ${shown(value)}: it must be letters, digits and hyphens.`, {
    kind: "invalid",
    cloud,
    remedy: "Correct it in the provider instance, the stack's config, the environment or the profile.",
  });
}

/** A setting, and the name by which messages speak of it. */
export interface Named {
  name: string;
  value: string | undefined;
}

/** The parts of keys, of which all, none, or half a pair may be set. */
export interface NamedKeys {
  id: Named;
  secret: Named;
  /** Of temporary keys only. */
  token?: Partial<Named>;
}

/** The two halves of a pair of keys, or nothing; half a pair is a mistake, and so is what no key can hold. */
export function pairOf(cloud: CloudName, keys: NamedKeys): readonly [string, string] | undefined {
  const { id, secret, token } = keys;
  if (id.value !== undefined && secret.value !== undefined) {
    for (const part of [id, secret, { name: "The security token", ...token }]) assertFit(cloud, part);
    return [id.value, secret.value];
  }
  if (id.value === undefined && secret.value === undefined) return undefined;
  const [has, lacks] = id.value === undefined ? [secret, id] : [id, secret];
  throw noKeys(cloud, `${has.name} is set, but ${lacks.name} is not.`, "Set both, or neither.");
}

/** Refuses what no key can hold: the cloud would speak of a wrong key, and nobody sees a line end or a quotation mark. */
function assertFit(cloud: CloudName, { name, value }: Partial<Named>): void {
  const unfit = /[^!#-&(-~]/u.exec(value ?? "")?.[0];
  if (unfit === undefined) return;
  const sentence = `${name ?? "A key"} has a character that no key has: ${shown(unfit)}.`;
  throw noKeys(cloud, sentence, "Copy the key again, and nothing that stands around it.");
}

/** A role to assume, as a provider instance gives it (an object) or as a stack's config does (JSON). */
export function roleIn(cloud: CloudName, value: unknown): Fields | undefined {
  if (value === undefined || value === null || value === "") return undefined;
  const role = typeof value === "string" ? fieldsIn(value) : value;
  const trimmed = (part: unknown): unknown => (typeof part === "string" ? part.trim() : part);
  const fields = isFields(role) ? Object.entries(role).filter(([, part]) => part !== null) : [];
  const { role: members = [] } = factsOf(cloud);
  const stranger = fields.map(([name]) => name).find((name) => !members.includes(name));
  if (stranger !== undefined) {
    const sentence = `\`${cloud}:assumeRole\` has no \`${shownName([stranger])}\`.`;
    throw noKeys(cloud, sentence, spellingRemedy(stranger, members));
  }
  return Object.fromEntries(fields.map(([name, part]) => [name, trimmed(part)]));
}

/** The error for keys that are not there. */
export function noKeys(cloud: CloudName, sentence: string, remedy?: string): PeeringError {
  return new PeeringError(sentence, { kind: "credentials", cloud, ...defined({ remedy }) });
}
