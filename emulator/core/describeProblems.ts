import type { z } from "zod";

/** Says in one line what is wrong with an input: each field's path, its value and what it must be. */
export function describeProblems(error: z.ZodError, input: unknown): string {
  return `${error.issues.map((issue) => describe(issue, input)).join("; ")}.`;
}

function describe(issue: z.core.$ZodIssue, input: unknown): string {
  const where = pathText(issue.path);
  if (issue.code === "unrecognized_keys") {
    const names = issue.keys.map((key) => pathText([...issue.path, key])).join(", ");
    return `${names} is not a field known here: correct its name or remove it`;
  }
  const found = valueAt(input, issue.path);
  const problem = plainly(issue.message);
  return found === undefined
    ? `${where} is missing: ${problem}`
    : `${where} is ${shown(found, issue.path)}: ${problem}`;
}

/** `alicloud.vpcs[1].region`. */
function pathText(path: readonly PropertyKey[]): string {
  if (path.length === 0) return "the input";
  return path
    .map((part, index) => (typeof part === "number" ? `[${part}]` : `${index > 0 ? "." : ""}${String(part)}`))
    .join("");
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, part) => (typeof value === "object" && value !== null ? Reflect.get(value, part) : undefined),
    input,
  );
}

function shown(value: unknown, path: readonly PropertyKey[]): string {
  if (/secret|key/i.test(String(path.at(-1)))) return "not usable (value not shown)";
  const json = JSON.stringify(value);
  return json.length > 60 ? `${json.slice(0, 57)}...` : json;
}

/** The validator's own wording, turned into what to write instead. */
function plainly(message: string): string {
  const [, type, options] =
    /^Invalid (?:input: expected (\w+)|option: expected one of (.+))/.exec(message) ?? [];
  if (type !== undefined) return `must be of type ${type}`;
  if (options !== undefined) return `must be one of ${options.replaceAll("|", ", ")}`;
  return message.charAt(0).toLowerCase() + message.slice(1);
}
