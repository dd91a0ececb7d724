import { renderMermaidSVG } from "beautiful-mermaid";

/**
 * Makes of Markdown what GitHub makes of it, where TypeDoc does not: of diagrams, names of files, and code in headings.
 *
 * @param {any} parser markdown-it, whose types are not installed
 */
export function dressMarkdown(parser) {
  // Names of files are no addresses.
  parser.linkify.set({ fuzzyLink: false, fuzzyEmail: false });
  const { fence } = parser.renderer.rules;
  parser.renderer.rules.fence = (/** @type {any[]} */ ...given) => {
    const [tokens, at] = given;
    return tokens[at].info.trim() === "mermaid" ? diagram(tokens[at].content) : fence(...given);
  };
  parser.core.ruler.push("code-in-headings", codeInHeadings);
}

/** In pixels. */
const WIDTH_OF_A_PAGE = 900;

/** A picture in the colours of the page, light or dark. @param {string} text in Mermaid */
function diagram(text) {
  const asWritten = drawn(text);
  const isTooWide = Number(/ width="([\d.]+)"/.exec(asWritten)?.[1]) > WIDTH_OF_A_PAGE;
  const picture = isTooWide ? drawn(text.replace(/^flowchart LR$/m, "flowchart TB")) : asWritten;
  return `<figure class="diagram">${picture}</figure>\n`;
}

/** @param {string} text */
function drawn(text) {
  const colours = { bg: "var(--color-background)", fg: "var(--color-text)" };
  const picture = renderMermaidSVG(text, { ...colours, padding: 8, transparent: true });
  // Its style would load a font from elsewhere, and would hold for all pictures of the page. Ours is in site.css.
  return picture.replace(/<style>.*?<\/style>/s, "");
}

/**
 * Anchors and the list of headings are made of text alone, so code in a heading becomes text that looks like code.
 *
 * @param {{ tokens: any[], Token: any }} state
 */
function codeInHeadings({ tokens, Token }) {
  /** @param {string} type @param {string} content */
  const token = (type, content) => Object.assign(new Token(type, "", 0), { content });
  for (const heading of tokens.filter((_token, at) => tokens[at - 1]?.type === "heading_open")) {
    heading.children = heading.children.flatMap((/** @type {any} */ child) =>
      child.type === "code_inline"
        ? [token("html_inline", "<code>"), token("text", child.content), token("html_inline", "</code>")]
        : [child],
    );
  }
}
