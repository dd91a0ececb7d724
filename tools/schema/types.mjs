import ts from "typescript";
import { declarationIn, docOf, isHidden } from "../declarations.mjs";
import { CLOUDS, typeName } from "./clouds.mjs";

/** @typedef {Record<string, unknown>} Spec a piece of the schema, as the engine documents it */
/** @typedef {{properties: Record<string, Spec>, required: string[]}} Members */

/**
 * The token of a named type. Those of a provider instance's blocks are in a module apart: in Python the module of all
 * other types needs that of the provider, which needs these.
 *
 * @param {string} name
 */
function tokenOf(name) {
  const isOfCloud = CLOUDS.some((cloud) => name.startsWith(typeName(cloud)));
  return `vpc-peering:${isOfCloud ? "clouds" : "index"}:${name}`;
}

/** Where the types are that others refer to by name. @type {Record<string, string>} */
const FILES = {
  RoutesArgs: "src/program/routes.ts",
  EndRoutes: "src/program/routes.ts",
  Route: "src/model/route.ts",
  Place: "src/model/route.ts",
  PeeringEnd: "src/program/args.ts",
  OwnEndArgs: "src/program/accepterArgs.ts",
  ...Object.fromEntries(
    CLOUDS.map((cloud) => [`${typeName(cloud)}AssumeRole`, `src/program/clouds/${cloud}.ts`]),
  ),
  CommonPeeringArgs: "src/program/args.ts",
  RequesterArgs: "src/program/args.ts",
};

/** Types whose own name would be that of a resource, or of its arguments. @type {Record<string, string>} */
const RENAMED = { RoutesArgs: "Routing" };

/** A provider instance of the program, by which one end is managed. */
const INSTANCE = { $ref: "#/provider", plain: true };

/** Collects the named types of a schema while it translates types of TypeScript into it. */
export class Types {
  /** @type {Record<string, Spec>} */
  all = {};

  /** A type of words. @param {string} name @param {readonly string[]} words @param {string} description */
  words(name, words, description) {
    return this.named(name, {
      type: "string",
      ...described(description),
      enum: words.map((value) => ({ name: nameOfWord(value), value })),
    });
  }

  /** A type of members. @param {string} name @param {Members} members @param {string} description */
  object(name, { properties, required }, description) {
    return this.named(name, { type: "object", ...described(description), properties, required });
  }

  /** @param {string} name @param {Spec} spec */
  named(name, spec) {
    const known = this.all[tokenOf(name)];
    if (known !== undefined && JSON.stringify(known) !== JSON.stringify(spec))
      throw new Error(`There are two types called ${name}`);
    this.all[tokenOf(name)] = spec;
    return { $ref: `#/types/${tokenOf(name)}` };
  }

  /**
   * The members of an interface, its own after those that it extends. `whose` comes before the names of what has none.
   *
   * @param {string} file @param {string} name @param {{whose?: string, without?: readonly string[]}} [how] @returns {Members}
   */
  membersOf(file, name, { whose = "", without = [] } = {}) {
    return this.membersIn(declarationIn(file, name), whose, without);
  }

  /** @param {import("../declarations.mjs").Declaration} declaration @param {string} whose @param {readonly string[]} [without] @returns {Members} */
  membersIn(declaration, whose, without = []) {
    const above = (declaration.heritageClauses ?? []).flatMap(({ types }) =>
      types.map(({ expression }) => expression.getText()).filter((name) => name in FILES),
    );
    const inherited = above.map((name) => this.membersOf(/** @type {string} */ (FILES[name]), name));
    const members = declaration.members.filter(({ name }) => !without.includes(name?.getText() ?? ""));
    const own = this.membersAmong(members, whose);
    return merged([...inherited, own]);
  }

  /** @param {readonly ts.Node[]} nodes @param {string} whose @returns {Members} */
  membersAmong(nodes, whose) {
    /** @type {Members} */
    const members = { properties: {}, required: [] };
    for (const node of nodes) {
      if (!ts.isPropertySignature(node) && !ts.isPropertyDeclaration(node)) continue;
      if (isHidden(node)) continue;
      const name = node.name.getText();
      if (node.type === undefined) continue;
      members.properties[name] = {
        ...this.specOf(node.type, whose + capital(name)),
        ...described(docOf(node)),
      };
      if (node.questionToken === undefined) members.required.push(name);
    }
    return members;
  }

  /** A type of TypeScript in the schema's words. `whose` names what has no name of its own. @param {ts.TypeNode} type @param {string} whose @returns {Spec} */
  specOf(type, whose) {
    if (ts.isTypeReferenceNode(type)) return this.specOfReference(type, whose);
    if (ts.isUnionTypeNode(type)) return this.specOfUnion(type, whose);
    if (ts.isParenthesizedTypeNode(type)) return this.specOf(type.type, whose);
    if (ts.isLiteralTypeNode(type)) return { type: "string" };
    if (ts.isArrayTypeNode(type)) return { type: "array", items: this.specOf(type.elementType, whose) };
    if (ts.isTypeLiteralNode(type))
      return this.object(whose, this.membersAmong([...type.members], whose), "");
    switch (type.kind) {
      case ts.SyntaxKind.StringKeyword:
        return { type: "string" };
      case ts.SyntaxKind.NumberKeyword:
        return { type: "integer" };
      case ts.SyntaxKind.BooleanKeyword:
        return { type: "boolean" };
      default:
        throw new Error(`${whose} has a type that the schema has no word for: ${type.getText()}`);
    }
  }

  /** @param {ts.TypeReferenceNode} type @param {string} whose @returns {Spec} */
  specOfReference(type, whose) {
    const name = type.typeName.getText().replace(/^pulumi\./, "");
    const [first, second] = type.typeArguments ?? [];
    // Part of a type is shown as the whole, whose members need not be there.
    if (["Input", "Output", "Pick"].includes(name))
      return this.specOf(/** @type {ts.TypeNode} */ (first), whose);
    if (name === "Record") {
      return {
        type: "object",
        additionalProperties: this.specOf(/** @type {ts.TypeNode} */ (second), whose),
      };
    }
    if (name === "Instance" || /CloudProvider$|^\w+cloudProvider$/.test(name)) return INSTANCE;
    if (name === "CloudName" || name === "PeeringStatus") {
      return { $ref: `#/types/${tokenOf(name === "CloudName" ? "Cloud" : "Status")}` };
    }
    const file = FILES[name];
    if (file === undefined)
      throw new Error(`${whose} refers to ${name}, which tools/schema/types.mjs does not know`);
    const given = RENAMED[name] ?? name.replace(/Args$/, "");
    if (this.all[tokenOf(given)] === undefined) {
      const declaration = declarationIn(file, name);
      this.object(given, this.membersIn(declaration, given), docOf(declaration));
    }
    return { $ref: `#/types/${tokenOf(given)}` };
  }

  /** @param {ts.UnionTypeNode} union @param {string} whose @returns {Spec} */
  specOfUnion(union, whose) {
    const parts = union.types.filter(
      ({ kind }) => kind !== ts.SyntaxKind.UndefinedKeyword && kind !== ts.SyntaxKind.NullKeyword,
    );
    const words = parts.flatMap((part) =>
      ts.isLiteralTypeNode(part) && ts.isStringLiteral(part.literal) ? [part.literal.text] : [],
    );
    const others = parts
      .filter((part) => !ts.isLiteralTypeNode(part))
      .map((part) => this.specOf(part, whose));
    if (words.length > 0 && others.length === 0) return this.words(whose, words, "");
    const all = [...(words.length > 0 ? [{ type: "string" }] : []), ...others];
    return all.length === 1 ? /** @type {Spec} */ (all[0]) : { oneOf: all };
  }
}

/** Members of several, of which all that are needed by each are needed. @param {readonly Members[]} all @returns {Members} */
export function merged(all) {
  const properties = Object.assign({}, ...all.map((one) => one.properties));
  return { properties, required: [...new Set(all.flatMap(({ required }) => required))] };
}

/** @param {string} description */
const described = (description) => (description === "" ? {} : { description });

/** @param {string} text */
const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);

/** The name of a word in languages where it needs one. @param {string} word */
const nameOfWord = (word) =>
  word
    .split(/[^A-Za-z0-9]+/)
    .map((part) => (part === part.toUpperCase() ? capital(part.toLowerCase()) : capital(part)))
    .join("");
