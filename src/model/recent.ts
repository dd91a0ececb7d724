/** The last values that came, each once. So many are remembered that no single run of a program fills it. */
export class Recent<Value> {
  private readonly values = new Set<Value>();

  constructor(private readonly most = 10_000) {}

  has(value: Value): boolean {
    return this.values.has(value);
  }

  add(value: Value): void {
    this.values.add(value);
    const [oldest] = this.values;
    if (this.values.size > this.most && oldest !== undefined) this.values.delete(oldest);
  }
}
