/**
 * A page of the site: the file that it is made of, by its path in the repository, and its section in the sidebar.
 *
 * @typedef {{ file: string, section: string }} Page
 */

/** What the front page is made of, and the page that the sidebar comes from. */
export const FRONT = "README.md";
export const CONTENTS = "docs/README.md";

/** TypeDoc shows what is in a section of this name above all sections, without a heading. */
const ABOVE_ALL = "none";

/** Pages about the project, which the table of contents of docs has not. */
const PROJECT = ["CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md"];

/**
 * The pages in the order of the sidebar: the table of contents, what it lists under its headings, the project's own.
 *
 * @param {string} text the table of contents
 * @returns {Page[]}
 */
export function pagesOf(text) {
  const listed = text.split(/^## /m).flatMap((part) => {
    const [section = "", ...lines] = part.split("\n");
    const names = lines.join("\n").matchAll(/\]\(([\w-]+\.md)\)/g);
    return [...names].map(([, name = ""]) => ({ file: `docs/${name}`, section }));
  });
  return [
    { file: CONTENTS, section: ABOVE_ALL },
    ...listed,
    ...PROJECT.map((file) => ({ file, section: "Project" })),
  ];
}

/** @param {string} text a page in Markdown @returns {string | undefined} */
export const titleOf = (text) => /^# (.+)$/m.exec(text)?.[1];
