import { UNKNOWN } from "../../model/unknown";

/** The longest value that is shown whole. */
const LONGEST = 64;

/** Shows nothing, and ends a word: what begins a link, or names a user or an issue, does so no more. */
const WORD_JOINER = "\u2060";

/**
 * What GitHub and GitLab make links of, although it is no markup: addresses (`https://a`, `www.a`, `a@b`), users
 * (`@a`), issues and the like (`#1`, `GH-1`, `!1`, `$1`, `&1`, `~a`, `%a`, `^a#1`, `[issue:1]`); and `:key:`, which is
 * a picture there. They look for most of it after they have read the entities.
 */
const LINK_BEGINNINGS =
  /@|www(?=\.)|GH(?=-\d)|:(?=\/\/)|(?<![\w:]):(?=[\w+-]+:)|\[(?=\w+:)|[#!$&~%^](?=["\p{L}\p{N}])/giu;

/** Any text as Markdown, on one line, that shows it as it is: no markup, no link, no cell's end, nobody is notified. */
export function markdown(text: string): string {
  return visible(text)
    .replace(LINK_BEGINNINGS, `$&${WORD_JOINER}`)
    .replace(/[^\p{L}\p{N}\p{M} .,;:()/'"=+…-]/gu, (character) => `&#${character.codePointAt(0) ?? 0};`);
}

/** A value as Markdown, cut if it is long. */
export function value(of: unknown): string {
  if (of === undefined) return "none";
  if (of === UNKNOWN) return "<i>known after apply</i>";
  return `<code>${markdown(shortened(typeof of === "string" ? of : JSON.stringify(of)))}</code>`;
}

/** Any text as a quoted label of a Mermaid graph, or a part of one; Mermaid takes no empty label. */
export function mermaid(text: string): string {
  return (
    visible(shortened(text === "" ? " " : text))
      .replace(/[^\p{L}\p{N}\p{M} .,()/…-]/gu, (character) => `#${character.codePointAt(0) ?? 0};`)
      // Mermaid takes "- " and "1. " at a label's beginning for lists.
      .replaceAll(" ", "\u00a0")
  );
}

/** At most as long as fits a cell, or as told. */
export function shortened(text: string, longest = LONGEST): string {
  const characters = Array.from(text);
  return characters.length <= longest ? text : `${characters.slice(0, longest - 1).join("")}…`;
}

/** Control characters, line ends and marks that turn the direction of text are not. */
function visible(text: string): string {
  return text.replace(/[\p{C}\p{Zl}\p{Zp}]+/gu, " ");
}
