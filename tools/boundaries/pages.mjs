import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";

/** A path from the root, wherever it stands; `*` and `<cloud>` in it stand for any name. */
const PATH =
  /(?<![\w./-])(?:src|emulator|commandLine|api|sdk|test|tools|bench|examples|templates|docs|\.ci)\/[\w./*<>-]*[\w*>]/g;
/** Of Markdown, or a picture of HTML. */
const LINK = /(?:\]\(|\bsrc(?:set)?=")([^)\s"]+)[)"]/g;
const COMMAND = /\bnpm run (?:--silent )?([\w:-]+)/g;
const ADDRESS = /https?:\/\/\S+/g;
const HEADING = /^#+ (.*)$/gm;

/** Our pages, as paths from the root. @param {string} root */
export function pagesIn(root) {
  return ["*.md", "docs/*.md", "examples/*/README.md", "templates/*/README.md", "test/*/README.md"].flatMap(
    (path) => namedBy(root, path),
  );
}

/**
 * What pages name that is not there, a sentence each: paths, links with their headings, scripts of package.json.
 *
 * @param {string} root @param {string[]} pages
 */
export function missingOn(root, pages) {
  const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  return pages.flatMap((page) => {
    const text = readFileSync(join(root, page), "utf8").replace(ADDRESS, "");
    const paths = matches(text, PATH).filter((path) => namedBy(root, path).length === 0);
    const links = matches(text, LINK).filter((link) => !leadsSomewhere(root, page, link));
    const commands = matches(text, COMMAND).filter((name) => !(name in scripts));
    return [
      ...[...paths, ...links].map((path) => `${page} names ${path}, which is not there`),
      ...commands.map((name) => `${page} names npm run ${name}, which package.json has not`),
    ];
  });
}

/** @param {string} text @param {RegExp} pattern */
function matches(text, pattern) {
  return [...new Set([...text.matchAll(pattern)].map((match) => match[1] ?? match[0]))];
}

/** The files and folders that a path with `*` or `<word>` stands for. @param {string} root @param {string} path */
function namedBy(root, path) {
  /** @type {string[]} */
  let found = [""];
  for (const part of path.split("/")) {
    const pattern = new RegExp(`^${part.replaceAll(".", "\\.").replaceAll(/\*|<\w+>/g, "[^/]*")}$`);
    found = found.flatMap((folder) =>
      namesIn(join(root, folder))
        .filter((name) => pattern.test(name))
        .map((name) => posix.join(folder, name)),
    );
  }
  return found;
}

/** @param {string} folder */
function namesIn(folder) {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** @param {string} root @param {string} page @param {string} link */
function leadsSomewhere(root, page, link) {
  const [path = "", heading] = link.split("#");
  const target = path === "" ? page : posix.join(dirname(page), path);
  if (!existsSync(join(root, target))) return false;
  if (heading === undefined) return true;
  return matches(readFileSync(join(root, target), "utf8"), HEADING).some((one) => anchorOf(one) === heading);
}

/** The anchor that a heading gets. @param {string} heading */
function anchorOf(heading) {
  return heading
    .toLowerCase()
    .replaceAll(/[^\w\s-]/g, "")
    .replaceAll(" ", "-");
}
