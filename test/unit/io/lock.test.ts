import fc from "fast-check";
import { KeyedLock } from "../../../src/io/lock";

/** Lets everything happen that can happen by itself. */
const settle = async (): Promise<void> => {
  for (let round = 0; round < 5; round++) await new Promise((done) => setImmediate(done));
};

/** Acquires in the background and notes when it has succeeded. */
function ask(lock: KeyedLock, keys: string[]) {
  const task = { has: false, queuedBehind: [] as number[], release: (): void => undefined };
  void lock
    .acquire(keys, (before) => task.queuedBehind.push(before))
    .then((release) => Object.assign(task, { has: true, release }));
  return task;
}

describe("a lock by keys", () => {
  test("is given at once, and without a word about queuing, to whoever finds it free", async () => {
    const lock = new KeyedLock();
    const [one, other] = [ask(lock, ["a", "b"]), ask(lock, ["c"])];
    await settle();
    expect([one.has, other.has]).toEqual([true, true]);
    expect([...one.queuedBehind, ...other.queuedBehind]).toEqual([]);
  });

  test("is held by one task at a time for each key", async () => {
    const lock = new KeyedLock();
    const first = ask(lock, ["a", "b"]);
    const second = ask(lock, ["b", "c"]);
    await settle();
    expect([first.has, second.has]).toEqual([true, false]);
    first.release();
    await settle();
    expect(second.has).toBe(true);
  });

  test("goes to those who wait in the order in which they asked", async () => {
    const lock = new KeyedLock();
    const tasks = [ask(lock, ["a"]), ask(lock, ["a"]), ask(lock, ["a"])];
    const held: boolean[][] = [];
    for (const task of tasks) {
      await settle();
      held.push(tasks.map(({ has }) => has));
      task.release();
    }
    expect(held).toEqual([
      [true, false, false],
      [true, true, false],
      [true, true, true],
    ]);
  });

  test("tells each who waits how many are before it", async () => {
    const lock = new KeyedLock();
    const first = ask(lock, ["hub", "spoke1"]);
    const others = [ask(lock, ["hub", "spoke2"]), ask(lock, ["hub", "spoke3"])];
    await settle();
    expect(others.map(({ queuedBehind }) => queuedBehind)).toEqual([[1], [2]]);
    first.release();
    await settle();
    const late = ask(lock, ["hub"]);
    await settle();
    expect(late.queuedBehind).toEqual([2]);
  });

  test("tells those who wait whenever one before them is done", async () => {
    const lock = new KeyedLock();
    const [first, second, third] = [ask(lock, ["a"]), ask(lock, ["a"]), ask(lock, ["a"])];
    await settle();
    first.release();
    await settle();
    expect([second.has, third.queuedBehind]).toEqual([true, [2, 1]]);
    second.release();
    await settle();
    expect([third.has, third.queuedBehind]).toEqual([true, [2, 1]]);
  });

  test("is free again after everybody has let go, however often it was used", async () => {
    const lock = new KeyedLock();
    for (let time = 0; time < 3; time++) {
      const task = ask(lock, ["a", "b"]);
      await settle();
      expect({ has: task.has, queuedBehind: task.queuedBehind }).toEqual({ has: true, queuedBehind: [] });
      task.release();
    }
  });

  test("takes a key named twice as one: a VPC does not wait for itself", async () => {
    const lock = new KeyedLock();
    const [task, next] = [ask(lock, ["a", "a"]), ask(lock, ["a"])];
    await settle();
    expect({ has: task.has, queuedBehind: task.queuedBehind }).toEqual({ has: true, queuedBehind: [] });
    expect(next.queuedBehind).toEqual([1]);
  });

  test("with no keys keeps nobody waiting", async () => {
    const lock = new KeyedLock();
    const tasks = [ask(lock, []), ask(lock, [])];
    await settle();
    expect(tasks.map(({ has }) => has)).toEqual([true, true]);
  });

  test("for whatever sets of keys and whatever order of events: nobody shares a key, nobody is overtaken, everybody gets through", async () => {
    const keys = fc.subarray(["a", "b", "c", "d", "e"], { minLength: 1 });
    await fc.assert(
      fc.asyncProperty(fc.array(keys, { minLength: 1, maxLength: 12 }), fc.scheduler(), async (asks, s) => {
        const lock = new KeyedLock();
        const holders: number[] = [];
        const order: number[] = [];
        const work = async (id: number): Promise<void> => {
          const release = await lock.acquire(asks[id] ?? []);
          const sharing = holders.filter((other) => asks[other]?.some((key) => asks[id]?.includes(key)));
          expect(sharing).toEqual([]);
          holders.push(id);
          order.push(id);
          await s.schedule(Promise.resolve());
          holders.splice(holders.indexOf(id), 1);
          release();
        };
        const all = Promise.all(asks.map((_, id) => work(id)));
        await s.waitFor(all);
        expect(order).toHaveLength(asks.length);
        const overtaken = order.flatMap((id, at) =>
          order
            .slice(at + 1)
            .filter((later) => later < id && asks[later]?.some((key) => asks[id]?.includes(key))),
        );
        expect(overtaken).toEqual([]);
      }),
    );
  });

  test("is not lost when the telling of the queue fails", async () => {
    const lock = new KeyedLock();
    const release = await lock.acquire(["a"]);
    const gone = (): never => {
      throw new Error("row is gone");
    };
    await expect(lock.acquire(["a"], gone)).rejects.toThrow("row is gone");
    release();
    const next = ask(lock, ["a"]);
    await settle();
    expect(next.has).toBe(true);
  });

  test("that is let go twice is given on once", async () => {
    const lock = new KeyedLock();
    const release = await lock.acquire(["a"]);
    const second = lock.acquire(["a"]);
    release();
    release();
    await second;
    const third = ask(lock, ["a"]);
    await settle();
    expect(third.queuedBehind).toEqual([1]);
  });
});
