import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import ts from "typescript";

/**
 * That a file imports something. `from` is a path from the root; so is `to`, unless it names a package or a module of
 * Node.js. `said` is where it stands, for people: `src/io/http.ts:3 imports src/io/clock.ts`.
 *
 * @typedef {{ from: string, to: string, said: string }} Arrow
 */

const CODE = /\.[cm]?[jt]s$/;
const DECLARATIONS = /\.d\.[cm]?ts$/;

/** What a path without its ending, or with that of the compiled file, may stand for. */
const ENDINGS = ["", ".ts", ".js", "/index.ts", "/index.js"];

/**
 * All imports in the code below these folders, those of types too. A folder that is not there has none.
 *
 * @param {string} root @param {string[]} folders
 */
export function arrowsIn(root, folders) {
  return folders.flatMap((folder) => codeBelow(root, folder)).flatMap((file) => arrowsOf(root, file));
}

/**
 * The code below a folder, in order, as paths from the root.
 *
 * @param {string} root @param {string} folder @returns {string[]}
 */
export function codeBelow(root, folder) {
  if (!existsSync(join(root, folder))) return [];
  const entries = readdirSync(join(root, folder), { withFileTypes: true });
  return entries
    .filter(({ name }) => name !== "node_modules" && !name.startsWith("."))
    .toSorted((one, other) => (one.name < other.name ? -1 : 1))
    .flatMap((entry) => {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) return codeBelow(root, path);
      return CODE.test(path) && !DECLARATIONS.test(path) ? [path] : [];
    });
}

/** @param {string} root @param {string} file @returns {Arrow[]} */
function arrowsOf(root, file) {
  const text = readFileSync(join(root, file), "utf8");
  // In TypeScript, a call named require is not an import: `config.require("region")` of a program.
  const { importedFiles } = ts.preProcessFile(text, true, !file.endsWith("ts"));
  return importedFiles.map(({ fileName, pos }) => {
    const to = fileName.startsWith(".") ? resolved(root, posix.join(dirname(file), fileName)) : fileName;
    const line = text.slice(0, pos).split("\n").length;
    return { from: file, to, said: `${file}:${String(line)} imports ${to}` };
  });
}

/** @param {string} root @param {string} path */
function resolved(root, path) {
  const candidates = [path, path.replace(/\.js$/, ".ts")].flatMap((one) => ENDINGS.map((end) => one + end));
  return candidates.find((one) => isFile(join(root, one))) ?? path;
}

/** @param {string} path */
function isFile(path) {
  return existsSync(path) && statSync(path).isFile();
}
