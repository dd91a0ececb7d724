/**
 * A fair lock for several keys at once. Whoever asks first for a key gets it first; keys are taken in one
 * step, in the order of asking, so two holders can never wait for each other.
 */
export class KeyedLock {
  /** For each key, the end of the last task that asked for it. */
  private readonly tails = new Map<string, Promise<void>>();
  private readonly waiting = new Map<string, number>();

  /** Waits for all keys. `queued` tells how many stand before, if any do. Call the answer to let go. */
  async acquire(keys: readonly string[], queued?: (before: number) => void): Promise<() => void> {
    const distinct = [...new Set(keys)];
    const before = distinct.map((key) => this.tails.get(key)).filter((tail) => tail !== undefined);
    let release = (): void => undefined;
    const released = new Promise<void>((resolve) => (release = resolve));
    const tail = Promise.all([...before, released]).then(() => undefined);
    for (const key of distinct) {
      this.tails.set(key, tail);
      this.waiting.set(key, (this.waiting.get(key) ?? 0) + 1);
    }
    let isHeld = true;
    const letGo = (): void => {
      if (!isHeld) return;
      isHeld = false;
      release();
      for (const key of distinct) {
        this.waiting.set(key, (this.waiting.get(key) ?? 1) - 1);
        if (this.tails.get(key) !== tail) continue;
        this.tails.delete(key);
        this.waiting.delete(key);
      }
    };
    try {
      if (before.length > 0) queued?.(Math.max(...distinct.map((key) => (this.waiting.get(key) ?? 1) - 1)));
    } catch (error) {
      letGo();
      throw error;
    }
    await Promise.all(before);
    return letGo;
  }
}
