import { readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { root } from "./root.mjs";

/** @typedef {ts.InterfaceDeclaration | ts.ClassDeclaration} Declaration */

/** The interface or class of this name in a file of this repository. @param {string} file @param {string} name */
export function declarationIn(file, name) {
  const path = join(root, file);
  const source = ts.createSourceFile(path, readFileSync(path, "utf8"), ts.ScriptTarget.ES2022, true);
  const found = source.statements.find(
    (one) => (ts.isInterfaceDeclaration(one) || ts.isClassDeclaration(one)) && one.name?.text === name,
  );
  if (found === undefined) throw new Error(`${file} has no ${name}`);
  return /** @type {Declaration} */ (found);
}

/** The doc comment of a declaration, as one paragraph. @param {ts.Node} node */
export function docOf(node) {
  const [doc] = ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc);
  const text = doc === undefined ? "" : (ts.getTextOfJSDocComment(doc.comment) ?? "");
  return text
    .replaceAll(/\{@link (\w+)\}/g, "`$1`")
    .replaceAll(/\s+/g, " ")
    .trim();
}

/** The doc comments of a declaration's members, by their names. @param {Declaration} declaration @returns {Record<string, string>} */
export function docsOfMembers({ members }) {
  return Object.fromEntries([...members].map((member) => [member.name?.getText() ?? "", docOf(member)]));
}

/** Whether programs do not see a member: only the class itself does, or this package. @param {ts.Node} node */
export function isHidden(node) {
  if (ts.getJSDocTags(node).some(({ tagName }) => tagName.text === "internal")) return true;
  const modifiers = ts.canHaveModifiers(node) ? (ts.getModifiers(node) ?? []) : [];
  return modifiers.some(
    ({ kind }) => kind === ts.SyntaxKind.PrivateKeyword || kind === ts.SyntaxKind.ProtectedKeyword,
  );
}
