import { providerClassOf } from "../../model/providerClass";
import { comment } from "./comment";
import type { Declaration, Fields, Program, Value } from "./program";
import { Instance, isFields, isList, Setting } from "./program";
import { quoted, width } from "./typescriptTexts";

/** The longest line where it can be helped, as prettier has it. */
const WIDTH = 80;

/** A program in TypeScript, as prettier would write it. */
export function typescriptOf(program: Program): string {
  const { cloud, instances, declarations } = program;
  const variables = variablesFor(instances.map(({ name }) => name));
  const className = providerClassOf(cloud);
  const hasSettings = instances.some(({ args }) =>
    Object.values(args).some((value) => value instanceof Setting),
  );
  const kinds = declarations.map(({ kind }) => kind);
  const imported = [...new Set([className, ...kinds])].sort();
  const printed = (args: Fields): string => new Printer(variables).block(args, 0);
  const parts = [
    comments(program.heading),
    [...(hasSettings ? ['import * as pulumi from "@pulumi/pulumi";'] : []), importLine(imported)].join("\n"),
    ...(hasSettings ? [`const config = new pulumi.Config(${quoted(cloud)});`] : []),
    ...instances.map(
      ({ name, args }) =>
        `const ${variables.get(name) ?? ""} = new ${className}(${quoted(name)}, ${printed(args)});`,
    ),
    ...declarations.map((declaration) => statement(declaration, printed(declaration.args))),
    comments(program.ending),
  ];
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

function statement({ kind, name, notes }: Declaration, args: string): string {
  return [...notes.flatMap((note) => comment(note, "//")), `new ${kind}(${quoted(name)}, ${args});`].join(
    "\n",
  );
}

function comments(sentences: readonly string[]): string {
  return sentences.flatMap((sentence) => comment(sentence, "//")).join("\n");
}

function importLine(names: readonly string[]): string {
  const from = 'from "pulumi-vpc-peering";';
  const line = `import { ${names.join(", ")} } ${from}`;
  return line.length <= WIDTH ? line : `import {\n${names.map((name) => `  ${name},\n`).join("")}} ${from}`;
}

/** `cnHangzhou` for `cn-hangzhou`. */
function variablesFor(regions: readonly string[]): Map<string, string> {
  const variables = new Map<string, string>();
  for (const region of regions) {
    const camel = region
      .toLowerCase()
      .replace(/[^a-z0-9]+([a-z0-9])/g, (_, next: string) => next.toUpperCase())
      .replace(/[^a-zA-Z0-9]/g, "");
    const name = /^[a-z]/.test(camel) ? camel : `region${camel}`;
    const isTaken = name === "config" || [...variables.values()].includes(name);
    variables.set(region, isTaken ? `${name}_${variables.size}` : name);
  }
  return variables;
}

/** Writes values: on one line where that fits, otherwise over several. */
class Printer {
  constructor(private readonly variables: ReadonlyMap<string, string>) {}

  /** An object with a line for each of its members, the first line of which begins somewhere in its own line. */
  block(fields: Fields, indent: number): string {
    const inner = " ".repeat(indent + 2);
    const lines = Object.entries(fields).map(
      ([name, value]) => `${inner}${this.member(name, value, indent + 2)},`,
    );
    return `{\n${lines.join("\n")}\n${" ".repeat(indent)}}`;
  }

  private member(name: string, value: Value, indent: number): string {
    const key = keyOf(name);
    const line = `${key}: ${this.flat(value)}`;
    if (indent + width(line) + 1 <= WIDTH) return line;
    if (isList(value)) {
      const items = value.map((item) => `${" ".repeat(indent + 2)}${quoted(item)},\n`).join("");
      return `${key}: [\n${items}${" ".repeat(indent)}]`;
    }
    // Behind a short key, a text that is too long stays on its line.
    if (typeof value === "string" && width(key) > 4)
      return `${key}:\n${" ".repeat(indent + 2)}${quoted(value)}`;
    return isFields(value) ? `${key}: ${this.block(value, indent)}` : line;
  }

  private flat(value: Value): string {
    if (value instanceof Instance) return this.variables.get(value.name) ?? "";
    if (value instanceof Setting) return `config.${GETTERS[value.kind]}(${quoted(value.name)})`;
    if (typeof value === "string") return quoted(value);
    if (isList(value)) return `[${value.map(quoted).join(", ")}]`;
    if (!isFields(value)) return String(value);
    const members = Object.entries(value).map(([name, member]) => `${keyOf(name)}: ${this.flat(member)}`);
    return members.length === 0 ? "{}" : `{ ${members.join(", ")} }`;
  }
}

const GETTERS = { open: "require", secret: "requireSecret", object: "requireObject" } as const;

/** A key of an object. One name means an object's prototype, unless it is computed. */
function keyOf(name: string): string {
  if (name === "__proto__") return '["__proto__"]';
  const isIdentifier = /^[$_\p{ID_Start}][$\p{ID_Continue}]*$/u.test(name) && !/[^\0-\uffff]/u.test(name);
  return isIdentifier ? name : quoted(name);
}
