/** What to do about a word that is not known. */
export function spellingRemedy(word: string, known: readonly string[]): string {
  const meant = nearest(word, known);
  return meant === undefined ? "Check its spelling, or remove it." : `Did you mean \`${meant}\`?`;
}

/** The known word that somebody most probably meant; nothing if none is near. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  // A word of a thousand letters is no slip of the pen, and comparing it would take long.
  if (word.length > 40) return undefined;
  const most = Math.max(1, Math.floor(word.length / 3));
  const ranked = known
    .map((one) => ({ one, slips: slipsBetween(word.toLowerCase(), one.toLowerCase()) }))
    .filter(({ slips }) => slips <= most)
    .sort((a, b) => a.slips - b.slips);
  return ranked[0]?.one;
}

/** How many letters have to be added, left out, changed, or exchanged with their neighbours. */
function slipsBetween(from: string, to: string): number {
  const rows: number[][] = [Array.from({ length: to.length + 1 }, (_, column) => column)];
  for (let row = 1; row <= from.length; row++) {
    const now = [row];
    for (let column = 1; column <= to.length; column++) {
      const at = (up: number, left: number): number =>
        (up === 0 ? now : rows[row - up])?.[column - left] ?? 0;
      const isSame = from[row - 1] === to[column - 1];
      const isExchanged = from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      now.push(
        Math.min(
          at(1, 0) + 1,
          at(0, 1) + 1,
          at(1, 1) + (isSame ? 0 : 1),
          isExchanged ? at(2, 2) + 1 : Number.POSITIVE_INFINITY,
        ),
      );
    }
    rows.push(now);
  }
  return rows[from.length]?.[to.length] ?? 0;
}
