// How the quickstart looks. Colours only where a person is watching, or where they are asked for.

const colours = Boolean(process.stdout.isTTY || process.env.FORCE_COLOR) && !process.env.NO_COLOR;

/** @param {string} code @returns {(text: string) => string} */
const style = (code) => (text) => (colours ? `\u001b[${code}m${text}\u001b[0m` : text);

export const bold = style("1");
export const dim = style("2");
export const green = style("32");
export const red = style("31");
export const inColour = colours;

/** @param {string} text */
export function line(text) {
  process.stdout.write(`${text}\n`);
}

/**
 * A section, with one line that says why it is there.
 *
 * @param {string} title
 * @param {string} why
 */
export function heading(title, why) {
  line(`\n${bold(title)}\n${why}\n`);
}

/** @param {string} command as one would type it */
export function command(command) {
  line(`  ${bold(`$ ${command}`)}`);
}

/** Something that was looked at and is so. @param {string} text */
export function proof(text) {
  line(`  ${green("ok")}  ${text}`);
}

/** @param {readonly string[]} lines */
export function text(lines) {
  for (const each of lines) line(each);
}
