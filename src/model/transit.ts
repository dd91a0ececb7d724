/** Values as an engine sends and stores them. */
type Json = string | number | boolean | null | undefined | readonly Json[] | { readonly [key: string]: Json };

/**
 * A value as it goes from a program to its provider or back, by way of the engine and its state. The SDK sets members
 * one by one, so that one named `__proto__` would be lost: it gets one more underscore, as does what looks like that.
 */
export function forTransit<T>(value: T): T {
  return remade(value as Json, (key) => (/^_*__proto__$/.test(key) ? `_${key}` : key)) as T;
}

/** A value without what is null at any depth: that is as good as left out. */
export function said<T>(value: T): T {
  return remade(value as Json, (key) => key) as T;
}

/** What was given to {@link forTransit}, and without what is null, as of {@link said}. */
export function fromTransit<T>(value: T): T {
  return remade(value as Json, (key) => (/^_+__proto__$/.test(key) ? key.slice(1) : key)) as T;
}

function remade(value: Json, renamed: (key: string) => string): Json {
  if (Array.isArray(value)) return value.filter(isSaid).map((part: Json) => remade(part, renamed));
  // An Output or a resource goes its own way.
  if (!isPlain(value)) return value;
  const said = Object.entries(value).filter(([, part]) => isSaid(part));
  return Object.fromEntries(said.map(([key, part]) => [renamed(key), remade(part, renamed)]));
}

function isPlain(value: Json): value is Readonly<Record<string, Json>> {
  if (typeof value !== "object" || value === null) return false;
  const maker = Object.getPrototypeOf(value) as object | null;
  return maker === null || Object.getPrototypeOf(maker) === null;
}

function isSaid(value: Json): boolean {
  return value !== null && value !== undefined;
}
