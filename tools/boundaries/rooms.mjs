import { isIn } from "./rules.mjs";

/** @typedef {import("./graph.mjs").Arrow} Arrow */

/** A row of the table of rooms in docs/architecture.md: its folder, its job, and what it stands on. */
const ROW = /^\| `([^`]+)` +\|(.*)\|(.*)\|$/;

/** The folders of that table, those within others first. @param {string} page */
export function roomsOn(page) {
  const folders = page.split("\n").flatMap((line) => ROW.exec(line)?.[1] ?? []);
  return folders.toSorted((one, other) => other.length - one.length);
}

/** The table with what each room stands on. @param {string} page @param {Arrow[]} arrows */
export function withWhatRoomsStandOn(page, arrows) {
  const rooms = roomsOn(page);
  const lines = page.split("\n").map((line) => {
    const [, room, job] = ROW.exec(line) ?? [];
    if (room === undefined) return line;
    return `| \`${room}\` | ${String(job).trim()} | ${standsOn(room, rooms, arrows).join(", ")} |`;
  });
  return lines.join("\n");
}

/** Rooms first, then packages. @param {string} room @param {string[]} rooms @param {Arrow[]} arrows */
function standsOn(room, rooms, arrows) {
  const below = arrows.filter(({ from }) => roomOf(from, rooms) === room).map(({ to }) => to);
  const names = below.flatMap((to) => {
    if (to.startsWith("node:")) return [];
    const other = roomOf(to, rooms);
    return other === room ? [] : [other ?? packageOf(to)];
  });
  const isRoom = (/** @type {string} */ name) => rooms.includes(name);
  const sorted = [...new Set(names)].toSorted();
  return [...sorted.filter(isRoom), ...sorted.filter((name) => !isRoom(name))].map(
    (name) => `\`${name.replace(/^src\//, "")}\``,
  );
}

/**
 * The imports between rooms, as if each room were a file. A room and one within it are of one house: those between
 * them do not count.
 *
 * @param {Arrow[]} arrows @param {string[]} rooms @returns {Arrow[]}
 */
export function roomArrows(arrows, rooms) {
  return arrows.flatMap(({ from, to, said }) => {
    const [here, there] = [roomOf(from, rooms), roomOf(to, rooms)];
    if (here === undefined || there === undefined || isIn(here, [there]) || isIn(there, [here])) return [];
    return [{ from: here, to: there, said }];
  });
}

/** @param {string} path @param {string[]} rooms */
export function roomOf(path, rooms) {
  return rooms.find((room) => isIn(path, [room]));
}

/** @param {string} specifier */
function packageOf(specifier) {
  const parts = specifier.split("/");
  return parts.slice(0, specifier.startsWith("@") ? 2 : 1).join("/");
}
