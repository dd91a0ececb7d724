/** How much is under way in a process, so that whoever waits for others knows whether there are any. */
export class Traffic {
  private underWay = 0;

  /** Runs an operation, which is under way meanwhile. */
  async during<T>(operation: () => Promise<T>): Promise<T> {
    this.underWay++;
    try {
      return await operation();
    } finally {
      this.underWay--;
    }
  }

  /** Whether more is under way than these, which wait. */
  isMoreThan(waiting: number): boolean {
    return this.underWay > waiting;
  }
}
