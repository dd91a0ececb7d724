import { PeeringError } from "../../model/errors";
import { shown } from "../../model/shown";
import { comment } from "./comment";
import type { Fields, Program } from "./program";
import { Instance, isFields, isList, Setting } from "./program";

/** A program in Pulumi's YAML, for a project with `runtime: yaml`: its `Main.yaml`. */
export function yamlOf({ cloud, heading, instances, declarations, ending }: Program): string {
  const providers = instances.map(({ name, args }) =>
    resource(name, "pulumi:providers:vpc-peering", { [cloud]: args }),
  );
  const peerings = declarations.map(({ kind, name, args, notes }) => [
    ...comments(notes).map((line) => `  ${line}`),
    ...resource(name, `vpc-peering:index:${kind}`, args),
  ]);
  const lines = [
    ...comments(heading),
    ...settingsNote(instances.map(({ args }) => args)),
    "",
    "resources:",
    ...[...providers, ...peerings].flat(),
    ...(ending.length === 0 ? [] : ["", ...comments(ending)]),
  ];
  return `${lines.join("\n")}\n`;
}

function resource(name: string, type: string, properties: Fields): string[] {
  return [`  ${scalar(name)}:`, `    type: ${type}`, "    properties:", ...members(properties, 6)];
}

function members(fields: Fields, indent: number): string[] {
  const space = " ".repeat(indent);
  return Object.entries(fields).flatMap(([name, value]) => {
    if (/^fn::/i.test(name)) throw unwritable(name);
    const key = `${space}${scalar(name)}:`;
    if (isList(value)) return [key, ...value.map((item) => `${space}  - ${scalar(item)}`)];
    if (isFields(value)) return [key, ...members(value, indent + 2)];
    if (value instanceof Instance) return [`${key} \${${value.name}}`];
    return value instanceof Setting ? [] : [`${key} ${scalar(value)}`];
  });
}

/** The language takes such a key for a call. */
function unwritable(key: string): PeeringError {
  return new PeeringError(`Pulumi's YAML takes a tag with the key ${shown(key)} for a call of a function.`, {
    kind: "invalid",
    remedy: "Rename that tag, or use --language typescript.",
  });
}

/** In this language the settings of a stack's config do not reach an instance. */
function settingsNote(args: readonly Fields[]): string[] {
  const settings = args
    .flatMap((fields) => Object.values(fields))
    .filter((value) => value instanceof Setting);
  const names = [...new Set(settings.map(({ name }) => name))];
  if (names.length === 0) return [];
  return comments([`Read with ${names.join(", ")} of the stack's config: give the providers the same.`]);
}

/** A value on its line. A text is bare only where nothing could take it for anything else. */
function scalar(value: string | number | boolean): string {
  if (typeof value !== "string") return String(value);
  const isBare = /^[A-Za-z][\w./-]*$/.test(value) && !/^(true|false|yes|no|on|off|y|n|null)$/i.test(value);
  return isBare ? value : quoted(value);
}

/** A text in double quotes. A dollar sign stands twice, for one begins a reference. */
function quoted(text: string): string {
  const safe = text
    .replace(/["\\]/g, "\\$&")
    .replace(/[\p{C}\p{Zl}\p{Zp}]/gu, (character) => {
      const code = (character.codePointAt(0) ?? 0).toString(16);
      return code.length > 4 ? `\\U${code.padStart(8, "0")}` : `\\u${code.padStart(4, "0")}`;
    })
    .replaceAll("$", "$$$$");
  return `"${safe}"`;
}

function comments(sentences: readonly string[]): string[] {
  return sentences.flatMap((sentence) => comment(sentence, "#"));
}
