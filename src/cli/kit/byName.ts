const { compare } = new Intl.Collator("en", { numeric: true });

/** Sorts things by their names as people count: `s2` before `s10`. Of what they read alike, such as `s2` and `s02`, the order is fixed. */
export function byName(a: { name: string }, b: { name: string }): number {
  return compare(a.name, b.name) || Number(a.name > b.name) - Number(a.name < b.name);
}
