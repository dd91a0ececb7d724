import type { Json } from "./json";
import { asText } from "./json";

/** Something the engine, the program or a provider said. */
export interface Diagnostic {
  urn?: string;
  severity: "warning" | "error";
  message: string;
}

/** What was said, as people want to read it, and each message once. */
export function diagnosticsIn(messages: readonly Json[]): Diagnostic[] {
  return distinct(messages.map(tidied).filter((one) => one !== undefined));
}

/** Where the machine that made a preview has a plugin: nothing that would be done, and no reader's business. */
const PLACE_OF_PLUGIN = /^using pulumi-resource-\S+ from \S+ at /;

/** Without what every message of the engine begins with, and without the frames of a stack; nothing if it is not told. */
function tidied(one: Json): Diagnostic | undefined {
  const severity = asText(one["severity"]);
  if (severity !== "warning" && severity !== "error") return undefined;
  const urn = asText(one["urn"]);
  const message = (asText(one["message"]) ?? "")
    .replace(/^(warning|error): /, "")
    .replace(/^\S+ resource '[^\n]*?' has a problem: /, "")
    .split("\n")
    .filter((line) => !/^\s+at /.test(line))
    .join("\n")
    .trim();
  if (PLACE_OF_PLUGIN.test(message)) return undefined;
  return { severity, message, ...(urn === undefined || urn === "" ? {} : { urn }) };
}

/** `check` and `diff` run more than once, and say the same each time. */
function distinct(diagnostics: Diagnostic[]): Diagnostic[] {
  const known = new Map(
    diagnostics.map((one) => [JSON.stringify([one.urn, one.severity, one.message]), one]),
  );
  return [...known.values()];
}
