import { AsyncLocalStorage } from "node:async_hooks";
import { subscribe, unsubscribe } from "node:diagnostics_channel";
import type { ClientRequest, IncomingMessage } from "node:http";
import type { Socket } from "node:net";
import timers from "node:timers/promises";
import type { Clock } from "../../src/io/clock";

/**
 * Time that stands still while anything is done, and jumps to what is due next once everything waits. So a busy machine
 * changes nothing, and a deadline of 10 minutes is over in a moment.
 *
 * It holds for the hooks, and for an emulator in the same process. Their calls are real ones, over sockets: while one is
 * under way, time stands still, unless the emulator delays its answer.
 */
export const virtualClock: Clock = {
  now: () => Date.now(),
  sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  random: () => 0.5,
};

let tasks = 0;
let isPassing = false;

/** Lets time pass until the task has ended. */
export async function inVirtualTime<T>(task: Promise<T>): Promise<T> {
  tasks++;
  void letPass();
  try {
    return await task;
  } finally {
    tasks--;
  }
}

async function letPass(): Promise<void> {
  if (isPassing) return;
  isPassing = true;
  while (tasks > 0) {
    await new Promise((resolve) => setImmediate(resolve));
    if (tasks > 0 && isQuiet()) jest.advanceTimersToNextTimer();
  }
  isPassing = false;
}

/** Lets time pass all through each test of a file. */
export function passTime(): void {
  beforeEach(() => {
    tasks++;
    void letPass();
  });
  afterEach(() => {
    tasks--;
  });
}

/** The same functions, each of which lets time pass until it has ended. */
export function timed<T extends Record<keyof T, (...args: never[]) => Promise<unknown>>>(functions: T): T {
  const entries = Object.entries(functions) as [string, (...args: unknown[]) => Promise<unknown>][];
  const each = entries.map(([name, run]) => [name, (...args: unknown[]) => inVirtualTime(run(...args))]);
  return Object.fromEntries(each) as T;
}

/** The calls that somebody in this process waits for. */
const underWay = new Set<ClientRequest>();
/** Where the calls came from whose answers the emulator delays. */
const delayed = new Set<Socket>();
/** Where the call came from that the emulator is answering. */
const caller = new AsyncLocalStorage<Socket>();

function isQuiet(): boolean {
  const ports = new Set([...delayed].filter(({ destroyed }) => !destroyed).map((one) => one.remotePort));
  return [...underWay].every(({ socket }) => ports.has(socket?.localPort ?? 0));
}

/** The emulator's own pauses: the time in which it delays an answer. */
async function pause(ms?: number): Promise<void> {
  const socket = caller.getStore();
  if (socket === undefined) throw new Error("only the emulator should pause without a clock");
  delayed.add(socket);
  await virtualClock.sleep(ms ?? 0);
  delayed.delete(socket);
}

const CHANNELS: Record<string, (message: unknown) => void> = {
  "http.client.request.start": (message) => {
    const { request } = message as { request: ClientRequest };
    underWay.add(request);
    request.once("close", () => underWay.delete(request));
  },
  "http.server.request.start": (message) => {
    const { request } = message as { request: IncomingMessage };
    caller.enterWith(request.socket);
  },
};

beforeAll(() => {
  jest.useFakeTimers({
    doNotFake: [
      "nextTick",
      "queueMicrotask",
      "setImmediate",
      "clearImmediate",
      "setInterval",
      "clearInterval",
      "hrtime",
      "performance",
    ],
  });
  jest.spyOn(timers, "setTimeout").mockImplementation(pause);
  for (const [name, onMessage] of Object.entries(CHANNELS)) subscribe(name, onMessage);
});

afterAll(() => {
  // A task that never ended ends with its tests.
  tasks = 0;
  for (const [name, onMessage] of Object.entries(CHANNELS)) unsubscribe(name, onMessage);
  jest.restoreAllMocks();
  jest.useRealTimers();
});
