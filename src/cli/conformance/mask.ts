/** Ids that are nobody else's business, and what stands for them. */
export class Masks {
  private readonly names = new Map<string, string>();

  /** From now on, this name stands for the id. */
  add(id: string, name: string): void {
    if (id !== "") this.names.set(id, `<${name}>`);
  }

  /** A text with names for ids. */
  over(text: string): string {
    // The longest first: one may begin with another.
    const longestFirst = [...this.names].sort(([a], [b]) => b.length - a.length);
    return longestFirst.reduce((masked, [id, name]) => masked.replaceAll(id, name), text);
  }
}
