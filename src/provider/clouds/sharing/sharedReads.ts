import { isPeeringError } from "../../../model/errors";
import type { Peering } from "../../../model/peering";
import type { Clock } from "../../../io/clock";
import type { Context, Page } from "../cloud";

/** What was read of a list. */
export interface Listing {
  rows: ReadonlyMap<string, Peering>;
  isComplete: boolean;
}

/** One question about connections: by the cloud's call for it, or read out of a list. */
export interface Look<T> {
  /** The same for the same question. */
  key: string;
  context: Context;
  /** The answer, if the list holds it. `isOlder` is a list from before the question. */
  readIn(listing: Listing, isOlder: boolean): { answer: T } | undefined;
  ask(): Promise<T>;
}

/** Looks that come within this time of one another share a list, in milliseconds. */
const TOGETHER_MS = 80;
/** But no look waits longer for others. */
const LONGEST_MS = 200;
/** So many connections in a list take about as much time as a call of their own. */
const ROWS_LIKE_A_CALL = 100;
/** How old a list may be that answers a first look, if this process has changed nothing since. */
const FRESH_MS = 5_000;

interface Pending {
  look: Look<unknown>;
  since: number;
  answer: (answer: Promise<unknown>) => void;
}

interface Sleeper {
  look: Look<unknown>;
  wake: () => void;
}

interface Snapshot extends Listing {
  beganAt: number;
  /** The changes of this process up to its beginning; nothing if one was under way. */
  changes: number | undefined;
  /** The looks that it has answered. The next look of the same key wants to see something newer. */
  told: Set<string>;
}

/** The changes that a process makes with one set of keys. Lists from before the end of one say nothing of what comes after. */
export class Changes {
  underWay = 0;
  /** Beginnings and ends. */
  count = 0;

  /** A change that waits for room under a limit is not under way yet. */
  async making<T>(change: (context: Context) => Promise<T>, context: Context): Promise<T> {
    this.begin();
    try {
      return await change({ ...context, whileQueued: (wait) => this.pausing(wait) });
    } finally {
      this.end();
    }
  }

  private async pausing<T>(wait: () => Promise<T>): Promise<T> {
    this.end();
    try {
      return await wait();
    } finally {
      this.begin();
    }
  }

  private begin(): void {
    this.underWay++;
    this.count++;
  }

  private end(): void {
    this.underWay--;
    this.count++;
  }
}

/** The looks of one process at one account's connections in one region. Many looks cost few calls. */
export class Lookout {
  private pending: Pending[] = [];
  private readonly sleepers = new Map<string, Sleeper>();
  /** Lists that woke a sleeper, for the look that it takes then. */
  private readonly handed = new Map<string, Snapshot>();
  /** When each hook last looked, for as long as a list stays fresh. */
  private readonly lookedAt = new Map<Context, number>();
  private latest: Snapshot | undefined;
  /** How many calls for single connections a list is worth, as far as it was ever read. */
  private weight = 1;
  private isAnswering = false;

  /** `list` reads all connections, page by page; without one, each is asked for by itself. */
  constructor(
    private readonly list: ((context: Context) => AsyncIterable<Page>) | undefined,
    private readonly changes: Changes,
  ) {}

  /** Takes a look. What is answered is no older than the last change by this process. */
  async look<T>(look: Look<T>): Promise<T> {
    const now = look.context.clock.now();
    const listing = this.listingFor(look.key, now);
    for (const [context, at] of this.lookedAt) if (now - at > FRESH_MS) this.lookedAt.delete(context);
    this.lookedAt.set(look.context, now);
    if (listing !== undefined) return await answered(look, listing, true);
    return await new Promise<T>((resolve) => {
      this.pending.push({ look, since: now, answer: resolve as (answer: Promise<unknown>) => void });
      void this.answerPending(look.context);
    });
  }

  /** Sleeps until the next look is due, or until a list that somebody else needed has the answer. */
  async rest(ms: number, look: Look<unknown>): Promise<void> {
    const woken = new Promise<void>((wake) => this.sleepers.set(look.key, { look, wake }));
    await Promise.race([look.context.clock.sleep(ms), woken]);
    this.sleepers.delete(look.key);
  }

  private listingFor(key: string, now: number): Listing | undefined {
    const handed = this.handed.get(key);
    this.handed.delete(key);
    const listing = handed ?? (this.latest?.told.has(key) === false ? this.latest : undefined);
    const isFresh = listing?.changes === this.changes.count && now - listing.beganAt <= FRESH_MS;
    if (!isFresh) return undefined;
    listing.told.add(key);
    return listing;
  }

  /** Answers all that look, one list after the other: the longer a list takes, the more looks share the next one. */
  private async answerPending({ clock }: Context): Promise<void> {
    if (this.isAnswering) return;
    this.isAnswering = true;
    while (this.pending.length > 0) {
      await this.gather(clock);
      await this.answer(this.pending.splice(0));
    }
    this.isAnswering = false;
  }

  /** Waits for more looks, and for the end of changes, after which there will be more. Who is alone waits for nobody. */
  private async gather(clock: Clock): Promise<void> {
    for (let before = this.lookers() > 1 ? 0 : 1; ; before = this.pending.length) {
      const isQuiet = this.pending.length === before && this.changes.underWay === 0;
      const isLate = clock.now() - (this.pending[0]?.since ?? 0) >= LONGEST_MS;
      if (isQuiet || isLate) return;
      await clock.sleep(TOGETHER_MS);
    }
  }

  private async answer(pending: readonly Pending[]): Promise<void> {
    const looks = pending.map(({ look }) => look);
    const listing = await this.read(looks).catch(() => undefined);
    for (const { look, answer } of pending) {
      answer(listing === undefined ? look.ask() : answered(look, listing, false));
    }
    if (listing !== undefined) this.wakeWith(listing);
  }

  private wakeWith(listing: Snapshot): void {
    for (const [key, { look, wake }] of this.sleepers) {
      if (look.readIn(listing, false) === undefined && !listing.isComplete) continue;
      this.handed.set(key, listing);
      wake();
    }
  }

  /** How many hooks look now, sleep, or looked a moment ago. */
  private lookers(): number {
    return new Set([...this.lookedAt.keys(), ...[...this.sleepers.values()].map(({ look }) => look.context)])
      .size;
  }

  /** How many single calls a list would spare. Where nothing is changed, it also serves as many hooks as came before. */
  private spared(looks: number): number {
    return this.changes.count === 0 ? this.lookers() : looks + this.sleepers.size;
  }

  /** Reads the list, but no more of it than is worth the single calls that would be made in its place. */
  private async read(looks: readonly Look<unknown>[]): Promise<Snapshot | undefined> {
    if (this.list === undefined) return undefined;
    const most = this.spared(looks.length);
    if (most < 2 || most < this.weight) return undefined;
    const context = sharedContext(looks.map((look) => look.context));
    const changes = this.changes.underWay === 0 ? this.changes.count : undefined;
    const beganAt = context.clock.now();
    const rows = new Map<string, Peering>();
    let [read, isComplete] = [0, false];
    for await (const { peerings, isLast } of this.pages(this.list(context))) {
      for (const peering of peerings) rows.set(peering.id, peering);
      read++;
      isComplete = isLast;
      if (isLast || read >= most) break;
    }
    this.weight = isComplete ? Math.max(read, rows.size / ROWS_LIKE_A_CALL) : Math.max(this.weight, read + 1);
    const told = new Set(looks.map(({ key }) => key));
    const snapshot = { rows, isComplete, beganAt, changes, told };
    if (isComplete) this.latest = snapshot;
    return snapshot;
  }

  private async *pages(list: AsyncIterable<Page>): AsyncIterable<Page> {
    try {
      yield* list;
    } catch (error) {
      // Keys that may see each connection, but not list them, are asked for no more lists.
      if (isPeeringError(error, "permission")) this.weight = Number.POSITIVE_INFINITY;
      throw error;
    }
  }
}

async function answered<T>(look: Look<T>, listing: Listing, isOlder: boolean): Promise<T> {
  const read = look.readIn(listing, isOlder);
  return read === undefined ? await look.ask() : read.answer;
}

/** The context of what is done on behalf of several: it ends with the one that has the least time, and all hear of it. */
function sharedContext(contexts: readonly Context[]): Context {
  const [first] = [...contexts].sort((a, b) => a.deadline.remaining() - b.deadline.remaining());
  if (first === undefined) throw new Error("nobody looks");
  return {
    ...first,
    report: (message) => {
      for (const context of contexts) context.report(message);
    },
  };
}
