/** A description that bears a mark, in the form that the package reads. */
export function markedDescription(marker: string): string {
  return `[pvp:${marker}]`;
}
