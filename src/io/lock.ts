interface Ticket {
  keys: readonly string[];
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
    const ticket: Ticket = { keys: [...new Set(keys)], queued, begin };
    for (const key of ticket.keys) this.queues.set(key, [...(this.queues.get(key) ?? []), ticket]);
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
    const before = Math.max(0, ...ticket.keys.map((key) => this.queues.get(key)?.indexOf(ticket) ?? 0));
    if (before === 0) ticket.begin();
    else ticket.queued?.(before);
  }

  private leave(ticket: Ticket): void {
    const moved = new Set<Ticket>();
    for (const key of ticket.keys) {
      const queue = this.queues.get(key) ?? [];
      const place = queue.indexOf(ticket);
      if (place === -1) continue;
      const rest = queue.filter((other) => other !== ticket);
      for (const other of rest.slice(place)) moved.add(other);
      if (rest.length === 0) this.queues.delete(key);
      else this.queues.set(key, rest);
    }
    for (const other of moved) this.advance(other);
  }
}
