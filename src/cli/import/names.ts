import type { Peering } from "../../model/peering";

/** The longest name, in columns of a terminal. */
const LONGEST = 48;

type Named = Pick<Peering, "id" | "name">;

/**
 * The name of each connection's resource, by its id: made of the connection's own name, with its id behind it where
 * several have one name; else its id. The same connections always have the same names, in whichever order they come.
 */
export function resourceNames(connections: readonly Named[], taken: readonly string[]): Map<string, string> {
  const used = new Set(taken);
  const names = new Map<string, string>();
  const wishes = new Map(connections.map((one) => [one.id, fitting(one.name ?? "")]));
  const count = (wish: string): number => [...wishes.values()].filter((other) => other === wish).length;
  for (const [id, wish] of [...wishes].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const isLone = wish !== "" && count(wish) === 1;
    const name = firstFree([...(isLone ? [wish] : []), ...(wish === "" ? [] : [withId(wish, id)]), id], used);
    used.add(name);
    names.set(id, name);
  }
  return names;
}

function firstFree(candidates: readonly string[], used: ReadonlySet<string>): string {
  const last = candidates.at(-1) ?? "";
  for (let n = 2; ; n++) {
    const free = [...candidates, `${last}-${n}`].find((one) => !used.has(one));
    if (free !== undefined) return free;
  }
}

/** Letters and digits of any script, with single hyphens in place of everything else. */
function fitting(name: string): string {
  const plain = name.normalize("NFC").replace(/[^\p{L}\p{N}._-]+/gu, "-");
  return cut(plain.replace(/^-+/, ""), LONGEST).replace(/-+$/, "");
}

function withId(wish: string, id: string): string {
  return `${cut(wish, Math.max(8, LONGEST - id.length - 1))}-${id}`;
}

/** What is not ASCII counts as two columns. */
function cut(text: string, longest: number): string {
  let columns = 0;
  const kept = Array.from(text).filter((character) => {
    columns += character.length === 1 && character <= "~" ? 1 : 2;
    return columns <= longest;
  });
  return kept.join("");
}
