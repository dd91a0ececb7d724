import { UNKNOWN } from "../../model/unknown";

/** The longest value that is shown whole. */
const LONGEST = 64;

/** Any text as Markdown, on one line, that shows it as it is: no markup, no cell's end, nobody is notified. */
export function markdown(text: string): string {
  return (
    visible(text)
      .replace(/[^\p{L}\p{N}\p{M} .,;:()/'"=+…-]/gu, (character) => `&#${character.codePointAt(0) ?? 0};`)
      // A word joiner, so that it names no user.
      .replaceAll("&#64;", "&#64;&#8288;")
  );
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

/** At most as long as fits a cell. */
export function shortened(text: string): string {
  const characters = Array.from(text);
  return characters.length <= LONGEST ? text : `${characters.slice(0, LONGEST - 1).join("")}…`;
}

/** Control characters, line ends and marks that turn the direction of text are not. */
function visible(text: string): string {
  return text.replace(/[\p{C}\p{Zl}\p{Zp}]+/gu, " ");
}
