import { parseArgs } from "node:util";
import { UsageError } from "./usageError";

/** An option of a command: what Node's `parseArgs` has to know of it, and what its help says. */
export interface Option {
  type: "string" | "boolean";
  /** What its value is called in the help: `NAME`. */
  value?: string;
  /** What it does, in a line. */
  help: string;
  multiple?: boolean;
  short?: string;
  default?: string | boolean | string[];
}

/** The options of a command, by name, in the order of its help. */
export type Options = Readonly<Record<string, Option>>;

/** What a command knows of its command line. */
export interface Taken<O extends Options> {
  options: O;
  /** What arguments without a dash are called; none are taken by default. */
  operand?: string;
}

/** What stands on a command line. */
export interface Asked<O extends Options> {
  values: ReturnType<typeof parseArgs<{ options: O; strict: true; allowPositionals: true }>>["values"];
  operands: string[];
}

/** What every command has besides its own options. */
export const COMMON = {
  help: { type: "boolean", short: "h", default: false, help: "this text" },
  version: { type: "boolean", default: false, help: "the version of this package" },
} as const satisfies Options;

/**
 * Reads a command line. Every command refuses what it does not know in the same words.
 *
 * @throws UsageError
 */
export function parse<O extends Options>(
  { options, operand }: Taken<O>,
  args: readonly string[],
): Asked<O & typeof COMMON> {
  const all = { ...options, ...COMMON };
  const parsed = parseArgs({ args: [...args], options: all, strict: false, tokens: true });
  for (const token of parsed.tokens) {
    if (token.kind === "option") complain(token, all);
    else if (token.kind === "positional" && operand === undefined) {
      throw new UsageError(`Unexpected argument '${token.value}'. ${listOf(all)}`);
    }
  }
  return { values: parsed.values, operands: parsed.positionals };
}

/** `--stack NAME` */
export function withValue(name: string, { value }: Option): string {
  return value === undefined ? `--${name}` : `--${name} ${value}`;
}

interface Token {
  name: string;
  rawName: string;
  value: string | undefined;
  inlineValue: boolean | undefined;
}

function complain({ name, rawName, value, inlineValue }: Token, all: Options): void {
  const option = Object.hasOwn(all, name) ? all[name] : undefined;
  if (option === undefined) throw new UsageError(`Unknown option '${rawName}'. ${listOf(all)}`);
  if (option.type === "boolean" && value !== undefined) throw new UsageError(`--${name} takes no value.`);
  if (option.type === "boolean") return;
  const isNextOption = inlineValue === false && value?.startsWith("-") === true && value !== "-";
  if (value === undefined || isNextOption) {
    const dashed = isNextOption ? ` If it begins with a dash, write --${name}=${value}.` : "";
    throw new UsageError(`--${name} needs a value: ${withValue(name, option)}.${dashed}`);
  }
}

/** "The options are --a, --b N and --help." */
function listOf(all: Options): string {
  const names = Object.entries(all).map(([name, option]) => withValue(name, option));
  return `The options are ${names.slice(0, -1).join(", ")} and ${names.at(-1) ?? ""}.`;
}
