import { existsSync } from "node:fs";
import { join, posix, relative } from "node:path";

import { Comment, Converter, KindRouter, normalizePath, PageEvent } from "typedoc";

import { root } from "../root.mjs";
import { CONTENTS, FRONT, titleOf } from "./contents.mjs";

/** @typedef {import("./contents.mjs").Page} Page */
/** @typedef {import("typedoc").ProjectReflection} Project */
/** @typedef {import("typedoc").CommentDisplayPart} Part */

/** What a link to a file that is no page begins with, if nobody knows where the repository can be seen. */
const UNSEEN = "repository:";
const LINK_TO_UNSEEN = /<a href="repository:([^"]*)"[^>]*>(.*?)<\/a>/gs;
const IN_REPOSITORY = '<span title="$1 in the repository">$2</span>';

/** What comes with a page: pictures, and what they show as text. */
const BESIDE = /\.(?:gif|jpe?g|png|svg|txt)$/;

/** How the text after a picture goes on, if the picture is a link. */
const AROUND_PICTURE = /^(\)\]\()([^):]+)(\).*)$/s;

/**
 * Gives each page its title, its place in the sidebar and an address like its path, and leads links to other files to
 * the repository.
 *
 * @param {import("typedoc").Application} app
 * @param {{ pages: Page[], source: string | undefined }} options source: as `site.mjs` has it
 */
export function arrangeDocuments(app, { pages, source }) {
  const sections = new Map(pages.map(({ file, section }) => [file, section]));
  app.renderer.defineRouter("paths", PathRouter);
  app.converter.on(Converter.EVENT_CREATE_DOCUMENT, (_context, document) => {
    document.name = titleOf(Comment.combineDisplayParts(document.content)) ?? document.name;
    document.frontmatter["group"] = sections.get(fileOf(document));
  });
  app.converter.on(Converter.EVENT_RESOLVE_END, ({ project }) => {
    project.readme = withLinks(project, FRONT, project.readme ?? []);
    for (const document of project.documents ?? []) {
      document.content = withLinks(project, fileOf(document), document.content);
    }
  });
  app.renderer.on(PageEvent.END, (page) => {
    page.contents = (page.contents ?? "").replaceAll(LINK_TO_UNSEEN, IN_REPOSITORY);
  });

  /** @param {Project} project @param {string} file @param {Part[]} content */
  function withLinks(project, file, content) {
    return content.flatMap((part) => partsOf(project, file, part)).map((part) => leadOn(file, part));
  }

  /** @param {string} file @param {Part} part */
  function leadOn(file, part) {
    if (part.kind !== "relative-link") return part;
    const [link = "", anchor] = decodeURI(part.text).split("#");
    const target = posix.join(posix.dirname(file), link);
    if (!existsSync(join(root, target))) throw new Error(`${file} leads to ${target}, which is not there`);
    if (target === FRONT || sections.has(target) || BESIDE.test(target)) return part;
    const tail = anchor === undefined ? "" : `#${anchor}`;
    /** @type {Part} */
    const elsewhere = { kind: "text", text: `${source ?? UNSEEN}${encodeURI(target)}${tail}` };
    return elsewhere;
  }
}

/**
 * TypeDoc sees the picture in a link, and not the link: here both are links.
 *
 * @param {Project} project @param {string} file @param {Part} part @returns {Part[]}
 */
function partsOf(project, file, part) {
  const [, before, link, after] = (part.kind === "text" && AROUND_PICTURE.exec(part.text)) || [];
  if (before === undefined || link === undefined || after === undefined) return [part];
  const { target, anchor } =
    project.files.register(normalizePath(join(root, file)), normalizePath(link)) ?? {};
  return [
    { kind: "text", text: before },
    { kind: "relative-link", text: link, target, targetAnchor: anchor },
    { kind: "text", text: after },
  ];
}

/** @param {import("typedoc").DocumentReflection} document @returns {string} its path in the repository */
function fileOf(document) {
  const path = document.project.files.getReflectionPath(document);
  return normalizePath(relative(root, path ?? ""));
}

/** Addresses of documents are their paths; those of types and functions are TypeDoc's. */
class PathRouter extends KindRouter {
  /** @override @param {import("typedoc").Reflection} reflection */
  getIdealBaseName(reflection) {
    if (!reflection.isDocument()) return super.getIdealBaseName(reflection);
    const file = fileOf(reflection);
    return (file === CONTENTS ? "docs/index.md" : file).replace(/\.md$/, "");
  }
}
