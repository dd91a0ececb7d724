import type { CloudName } from "../../../model/clouds";
import { defined } from "../../../model/defined";
import { PeeringError } from "../../../model/errors";
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
    // Who comes here second finds that the first has begun already.
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
  token?: Pick<Named, "value">;
}

/** The two halves of a pair of keys, or nothing; half a pair is a mistake. */
export function pairOf(cloud: CloudName, { id, secret }: NamedKeys): readonly [string, string] | undefined {
  if (id.value !== undefined && secret.value !== undefined) return [id.value, secret.value];
  if (id.value === undefined && secret.value === undefined) return undefined;
  const [has, lacks] = id.value === undefined ? [secret, id] : [id, secret];
  throw noKeys(cloud, `${has.name} is set, but ${lacks.name} is not.`, "Set both, or neither.");
}

/** A role to assume, as a provider instance gives it (an object) or as a stack's config does (JSON). */
export function roleIn(value: unknown): Fields | undefined {
  if (value === undefined || value === null || value === "") return undefined;
  const role = typeof value === "string" ? fieldsIn(value) : value;
  const trimmed = (part: unknown): unknown => (typeof part === "string" ? part.trim() : part);
  const fields = isFields(role) ? Object.entries(role) : [];
  return Object.fromEntries(fields.map(([name, part]) => [name, trimmed(part)]));
}

/** The error for keys that are not there. */
export function noKeys(cloud: CloudName, sentence: string, remedy?: string): PeeringError {
  return new PeeringError(sentence, { kind: "credentials", cloud, ...defined({ remedy }) });
}
