import { isPeeringError } from "../../../model/errors";
import type { Clock } from "../../../io/clock";
import { sleepUntil } from "../../../io/clock";
import type { Page } from "../cloud";
import type { Context } from "../context";
import type { Changes } from "./changes";
import { contextOfAll } from "./contextOfAll";

/** What was read of a list: its rows by their keys. */
interface ReadRows<Row> {
  rows: ReadonlyMap<string, Row>;
  isComplete: boolean;
}

/** What was read of a list, as one question sees it. */
interface SeenRows<Row> extends ReadRows<Row> {
  /** Whether the list was begun before the question. */
  isOlder: boolean;
}

/** One question about rows: answered out of a list that several share, or by a call of its own. */
export interface Read<Row, Answer> {
  /** The same for the same question. */
  key: string;
  context: Context;
  /** The answer, if the list holds it. */
  answerIn(list: SeenRows<Row>): { answer: Answer } | undefined;
  /** The cloud's own call for it. */
  ask(): Promise<Answer>;
}

/** How rows of one kind are listed. */
interface Listing<Row> {
  /** Reads all rows, page by page. Absent where the cloud has no list: then each question is a call of its own. */
  pages?: ((context: Context) => AsyncIterable<Page<Row>>) | undefined;
  keyOf(row: Row): string;
}

/** Reads that come within this time of one another share a list, in milliseconds. */
const TOGETHER_MS = 80;
/** But no read waits longer for others. */
const LONGEST_WAIT_MS = 200;
/** A list of so many rows takes about as much time as a call of its own. */
const ROWS_LIKE_A_CALL = 100;
/** How old a list may be that answers a first read, if this process has changed nothing since. */
const FRESH_MS = 5_000;

/** All that is at work in this process. Each reads one thing at a time. */
export interface Readers {
  /** The most that were at work at once. */
  readonly most: number;
}

/** A read that waits for its answer. */
interface Waiting<Row> {
  read: Read<Row, unknown>;
  since: number;
  resolve: (answer: Promise<unknown>) => void;
}

/** Somebody who has read, and sleeps until there may be something new. */
interface Sleeper<Row> {
  read: Read<Row, unknown>;
  wake: () => void;
}

/** A list as it was read once. */
interface Snapshot<Row> extends ReadRows<Row> {
  beganAt: number;
  /** The changes of this process up to its beginning; nothing if one was under way. */
  changes: number | undefined;
  /** The keys of the reads that it has answered. The next read of such a key wants to see something newer. */
  answered: Set<string>;
}

/** The reads of one process of rows of one kind, in one account and region. Many reads cost few calls. */
export class SharedReads<Row> {
  private waiting: Waiting<Row>[] = [];
  private readonly sleepers = new Map<string, Sleeper<Row>>();
  /** The lists that woke a sleeper, for the read that it makes then. */
  private readonly wokenBy = new Map<string, Snapshot<Row>>();
  /** When each hook last read, for as long as a list stays fresh. */
  private readonly readAt = new Map<Context, number>();
  private latest: Snapshot<Row> | undefined;
  /** What a list costs, in calls: 3 if it takes as long as three reads of one row each. 1 until it was read once. */
  private costOfList = 1;
  private isAnswering = false;

  constructor(
    private readonly listing: Listing<Row>,
    private readonly changes: Changes,
    private readonly all: Readers,
  ) {}

  /** Answers a question. The answer is no older than the last change by this process. */
  async read<Answer>(read: Read<Row, Answer>): Promise<Answer> {
    const now = read.context.clock.now();
    const list = this.freshListFor(read.key, now);
    this.forgetWhatIsOld(now);
    this.readAt.set(read.context, now);
    if (list !== undefined) return await answerTo(read, { ...list, isOlder: true });
    return await new Promise<Answer>((resolve) => {
      const waiting = { read, since: now, resolve: resolve as Waiting<Row>["resolve"] };
      this.waiting.push(waiting);
      void this.answerAll(read.context);
    });
  }

  /** Sleeps until the next read is due, or until a list that somebody else needed has something for it. */
  async sleep(ms: number, read: Read<Row, unknown>): Promise<void> {
    const woken = new Promise<void>((wake) => this.sleepers.set(read.key, { read, wake }));
    await sleepUntil(woken, ms, read.context.clock);
    this.sleepers.delete(read.key);
  }

  private forgetWhatIsOld(now: number): void {
    for (const [context, at] of this.readAt) if (now - at > FRESH_MS) this.readAt.delete(context);
    // A sleeper that was woken may have ended at its time limit, and then never fetches its list.
    for (const [key, { beganAt }] of this.wokenBy) if (now - beganAt > FRESH_MS) this.wokenBy.delete(key);
  }

  private freshListFor(key: string, now: number): Snapshot<Row> | undefined {
    const wokenBy = this.wokenBy.get(key);
    this.wokenBy.delete(key);
    const list = wokenBy ?? (this.latest?.answered.has(key) === false ? this.latest : undefined);
    const isFresh = list?.changes === this.changes.count && now - list.beganAt <= FRESH_MS;
    if (!isFresh) return undefined;
    list.answered.add(key);
    return list;
  }

  /** Answers all that wait, one list after the other: the longer a list takes, the more reads share the next one. */
  private async answerAll({ clock }: Context): Promise<void> {
    if (this.isAnswering) return;
    this.isAnswering = true;
    while (this.waiting.length > 0) {
      if (this.mayShare()) await this.waitForOthers(clock);
      await this.answer(this.waiting.splice(0));
    }
    this.isAnswering = false;
  }

  /** Whether a list could be worth its calls, however many come to share it. */
  private mayShare(): boolean {
    return this.costOfList <= this.mostPagesFor(Math.max(this.waiting.length, this.all.most));
  }

  /**
   * Waits 80 ms for other reads to come, and on while a change is under way, since a read follows its end. Nobody waits
   * once the first read has waited 200 ms. One that is alone does not wait.
   */
  private async waitForOthers(clock: Clock): Promise<void> {
    if (this.readers() < 2 && this.changes.underWay === 0) return;
    const isLate = (): boolean => clock.now() - (this.waiting[0]?.since ?? 0) >= LONGEST_WAIT_MS;
    while (!isLate()) {
      await clock.sleep(TOGETHER_MS);
      if (this.changes.underWay === 0) return;
    }
  }

  private async answer(waiting: readonly Waiting<Row>[]): Promise<void> {
    const reads = waiting.map(({ read }) => read);
    const list = await this.listFor(reads).catch(() => undefined);
    for (const { read, resolve } of waiting) {
      resolve(list === undefined ? read.ask() : answerTo(read, { ...list, isOlder: false }));
    }
    if (list !== undefined) this.wakeWith(list);
  }

  private wakeWith(list: Snapshot<Row>): void {
    for (const [key, { read, wake }] of this.sleepers) {
      if (read.answerIn({ ...list, isOlder: false }) === undefined && !list.isComplete) continue;
      this.wokenBy.set(key, list);
      wake();
    }
  }

  /** How many hooks read now, sleep, or have read a moment ago. */
  private readers(): number {
    const asleep = [...this.sleepers.values()].map(({ read }) => read.context);
    return new Set([...this.readAt.keys(), ...asleep]).size;
  }

  /**
   * How many pages of a list so many reads are worth: none for one. After a change there have to be two reads for each
   * page, since a page takes longer than a call of its own, and the next page waits for it. While this process changes
   * nothing, as in a refresh, everybody who reads now or has read a moment ago counts: the list answers their next reads, too.
   */
  private mostPagesFor(reads: number): number {
    const readers = this.readers();
    return this.changes.count === 0 && readers > 1 ? readers : Math.floor(reads / 2);
  }

  /** Reads the list, but no more pages of it than the reads are worth. */
  private async listFor(reads: readonly Read<Row, unknown>[]): Promise<Snapshot<Row> | undefined> {
    const most = this.mostPagesFor(reads.length + this.sleepers.size);
    if (this.listing.pages === undefined || most < this.costOfList) return undefined;
    const context = contextOfAll(reads.map((read) => read.context));
    const changes = this.changes.underWay === 0 ? this.changes.count : undefined;
    const beganAt = context.clock.now();
    const rows = new Map<string, Row>();
    let [pages, isComplete] = [0, false];
    for await (const page of this.allowed(this.listing.pages(context))) {
      for (const row of page.rows) rows.set(this.listing.keyOf(row), row);
      pages++;
      isComplete = page.isLast;
      if (isComplete || pages >= most) break;
    }
    this.costOfList = isComplete
      ? Math.max(pages, rows.size / ROWS_LIKE_A_CALL)
      : Math.max(this.costOfList, pages + 1);
    const answered = new Set(reads.map(({ key }) => key));
    const snapshot = { rows, isComplete, beganAt, changes, answered };
    if (isComplete) this.latest = snapshot;
    return snapshot;
  }

  private async *allowed(pages: AsyncIterable<Page<Row>>): AsyncIterable<Page<Row>> {
    try {
      yield* pages;
    } catch (error) {
      // Keys that may read each row, but not list them, are asked for no more lists.
      if (isPeeringError(error, "permission")) this.costOfList = Number.POSITIVE_INFINITY;
      throw error;
    }
  }
}

async function answerTo<Row, Answer>(read: Read<Row, Answer>, list: SeenRows<Row>): Promise<Answer> {
  const found = read.answerIn(list);
  return found === undefined ? await read.ask() : found.answer;
}
