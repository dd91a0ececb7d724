import { stripVTControlCharacters } from "node:util";

/** Lines of the engine that tell a person nothing new. */
const noise = [
  /^\s*$/,
  // Signs of life, and rows that are told again when they are done.
  /^@ /,
  /^ *[-+~]+ .* (creating|updating|deleting|replacing) \(\d+s\)/,
  // What the command itself says.
  /^(Previewing update|Updating|Destroying) \(/,
  /^Duration: /,
  // Long names of what the line above names already.
  /^\s*\[(urn|provider)=/,
  // How to remove a stack whose whole folder is about to be removed.
  /^The resources in the stack have been deleted, /,
  /^If you want to remove the stack completely, /,
];

/**
 * Whether a line of the engine is worth showing.
 *
 * @param {string} line may hold colours
 */
export function isWorthShowing(line) {
  const plain = stripVTControlCharacters(line);
  return !noise.some((pattern) => pattern.test(plain));
}
