import { UNKNOWN } from "./unknown";

/** The most characters of a value that a message shows. */
const LONGEST = 80;

/** What could break a line or turn its reading direction: control, format and unassigned characters. */
const UNSAFE = /[\p{C}\p{Zl}\p{Zp}]/gu;

/** What has no JSON, in words. */
const IN_WORDS: Readonly<Record<string, (value: never) => string>> = {
  undefined: () => "nothing",
  function: () => "a function",
  symbol: () => "a symbol",
  bigint: (value: bigint) => `${value}n`,
  number: (value: number) => String(value),
};

/** What the engine has a word of its own for, which says nothing to anybody else. */
const NOT_KNOWN = "a value that is not known yet";

/** What Pulumi's own objects are, by the mark that each bears. */
const MARKS = {
  __pulumiOutput: "an Output",
  __pulumiResource: "a resource",
  __pulumiUnknown: NOT_KNOWN,
} as const;

/** A value as messages show it, whatever it is: in one line, at most 80 characters of it, and none that deceives. */
export function shown(value: unknown): string {
  if (value === UNKNOWN) return NOT_KNOWN;
  if (typeof value === "string") return quoted(value);
  const inWords = IN_WORDS[typeof value];
  if (inWords !== undefined) return cut(inWords(value as never));
  return wordFor(value) ?? cut(safe(jsonOf(value)));
}

/** A name that the program gave, such as that of a tag, as messages show it: like a value, without quotes. */
export function shownName(path: readonly PropertyKey[]): string {
  return path.map((key) => cut(safe(String(key)))).join(".");
}

function quoted(text: string): string {
  const length = text.length;
  if (length <= LONGEST) return safe(JSON.stringify(text));
  return `${safe(JSON.stringify(`${beginningOf(text)}…`))} (${length} characters)`;
}

function cut(text: string): string {
  return text.length <= LONGEST ? text : `${beginningOf(text)}…`;
}

/** Whole characters only: the half of one would be shown as garbage. */
function beginningOf(text: string): string {
  return text.slice(0, LONGEST).replace(/[\uD800-\uDBFF]$/, "");
}

/** A whole message, of which nobody knows what has come into it: as it is, but for what deceives. Its lines stay. */
export function safely(message: string): string {
  return message.split("\n").map(safe).join("\n");
}

/** `U+202E` is shown as `\u202e`. */
function safe(text: string): string {
  return text.replace(UNSAFE, (character) => `\\u${codeOf(character).padStart(4, "0")}`);
}

function codeOf(character: string): string {
  return (character.codePointAt(0) ?? 0).toString(16);
}

/** What something of the program's own is, where its members would tell nobody anything. */
function wordFor(value: unknown): string | undefined {
  if (value instanceof Promise) return "a Promise";
  const mark = Object.keys(MARKS).find((name) => hasMark(value, name));
  return mark === undefined ? undefined : MARKS[mark as keyof typeof MARKS];
}

/** An Output answers whatever it is asked for, so only `true` counts. */
function hasMark(value: unknown, name: string): boolean {
  try {
    return (value as Record<string, unknown> | null)?.[name] === true;
  } catch {
    return false;
  }
}

function jsonOf(value: unknown): string {
  try {
    return JSON.stringify(value, function (this: Record<string, unknown>, key: string, part: unknown) {
      if (part === UNKNOWN) return NOT_KNOWN;
      const inWords = typeof part === "number" ? undefined : IN_WORDS[typeof part];
      // An Output would have answered a whole paragraph for itself.
      return inWords === undefined ? (wordFor(this[key]) ?? part) : inWords(part as never);
    });
  } catch {
    return Array.isArray(value) ? "an array that cannot be shown" : "an object that cannot be shown";
  }
}
