interface Ticket {
  /** For each of its keys, how many stand before it. */
  before: Map<string, number>;
  queued: ((before: number) => void) | undefined;
  begin: () => void;
}

/**
 * A fair lock for several keys at once. Whoever asks first for a key gets it first; keys are taken in one
 * step, in the order of asking, so two holders can never wait for each other.
 */
export class KeyedLock {
  /** For each key, who asked for it, in order. Who comes first in all of its keys' queues holds them. */
  private readonly queues = new Map<string, Ticket[]>();

  /**
   * Waits for all keys. `queued` is told how many stand before, and again whenever one of them is done. Call the
   * answer to let go.
   */
  async acquire(keys: readonly string[], queued?: (before: number) => void): Promise<() => void> {
    let begin = (): void => undefined;
    const begun = new Promise<void>((resolve) => (begin = resolve));
    const ticket: Ticket = { before: new Map(), queued, begin };
    for (const key of new Set(keys)) {
      const queue = this.queues.get(key) ?? [];
      ticket.before.set(key, queue.length);
      this.queues.set(key, queue);
      queue.push(ticket);
    }
    try {
      this.advance(ticket);
    } catch (error) {
      this.leave(ticket);
      throw error;
    }
    await begun;
    return () => {
      this.leave(ticket);
    };
  }

  private advance(ticket: Ticket): void {
    const before = Math.max(0, ...ticket.before.values());
    if (before === 0) ticket.begin();
    else ticket.queued?.(before);
  }

  private leave(ticket: Ticket): void {
    const moved = new Set<Ticket>();
    for (const [key, place] of ticket.before) {
      const queue = this.queues.get(key) ?? [];
      queue.splice(place, 1);
      if (queue.length === 0) this.queues.delete(key);
      for (const other of queue.slice(place)) {
        other.before.set(key, (other.before.get(key) ?? 0) - 1);
        moved.add(other);
      }
    }
    // Who lets go twice has left already.
    ticket.before.clear();
    for (const other of moved) this.advance(other);
  }
}
