import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

/** Where the site stands while it is checked: below a folder, as others' sites stand beside it. */
const SITE = "https://site.invalid/below/";

/** Attributes that hold an address, and the one that holds a list of them, each with a width. */
const ADDRESS = /\s(?:href|src)="([^"]*)"/g;
const ADDRESSES = /\ssrcset="([^"]*)"/g;
const ANCHOR = /\s(?:id|name)="([^"]*)"/g;

/** What else stands between "<" and ">" is text, or code that a page shows. */
const TAG = /<[a-z][^<>]*>/gi;

/** @param {string} text as HTML has it in an attribute */
const decoded = (text) =>
  text
    .replace(/&#(x?)([\da-f]+);/gi, (_all, hex, digits) =>
      String.fromCodePoint(Number.parseInt(digits, hex === "" ? 10 : 16)),
    )
    .replaceAll("&quot;", '"')
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");

/** @param {string} tags @param {RegExp} attribute */
const valuesOf = (tags, attribute) => [...tags.matchAll(attribute)].map(([, value = ""]) => decoded(value));

/** @param {string} html */
function linksIn(html) {
  const tags = (html.match(TAG) ?? []).join("\n");
  const lists = valuesOf(tags, ADDRESSES).flatMap((list) => list.split(",").map((one) => one.trim()));
  return {
    links: [...valuesOf(tags, ADDRESS), ...lists.map((one) => one.split(/\s/)[0] ?? "")],
    anchors: new Set(valuesOf(tags, ANCHOR)),
  };
}

/**
 * What is wrong with the links of a site, and where it leads to outside. Nothing is called.
 *
 * @param {Map<string, string>} files by path, with the text of pages and drawings
 * @returns {{ broken: string[], outside: string[] }}
 */
export function checkLinks(files) {
  const pages = new Map([...files].flatMap(([path, html]) => (isRead(path) ? [[path, linksIn(html)]] : [])));
  /** @type {string[]} */
  const broken = [];
  const outside = new Set();
  for (const [path, { links }] of pages) {
    for (const link of new Set(links)) {
      const address = new URL(link, SITE + path);
      if (address.origin !== new URL(SITE).origin) outside.add(link);
      else if (!isThere(address)) broken.push(`${path} leads to ${link}`);
    }
  }
  return { broken, outside: [...outside].sort() };

  /** @param {URL} address */
  function isThere({ origin, pathname, hash }) {
    const path = decodeURI(origin + pathname).replace(SITE, "");
    const file = path === "" || path.endsWith("/") ? `${path}index.html` : path;
    if (!files.has(file)) return false;
    // An anchor without a name is the top of a page.
    return hash === "" || pages.get(file)?.anchors.has(decodeURIComponent(hash.slice(1))) === true;
  }
}

/** What has anchors: pages, and drawings, of which pages show parts. @param {string} path */
const isRead = (path) => /\.(?:html|svg)$/.test(path);

/** Every file of a built site, for `checkLinks`. @param {string} folder */
export function filesOf(folder) {
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => statSync(join(folder, path)).isFile())
    .map((path) => path.replaceAll("\\", "/"));
  return new Map(paths.map((path) => [path, isRead(path) ? readFileSync(join(folder, path), "utf8") : ""]));
}
