import {
  type Emulator,
  type PeeringRow,
  type RequestRow,
  startEmulator,
  type WorldInput,
} from "../../emulator";

/** What a cloud's tests stand on. */
export interface TestCloud<Client> {
  /** The world they begin in, where the test gives no other part. */
  readonly world: (given: WorldInput) => WorldInput;
  /** Clients of the accounts A, B and C; the third is a party to nothing. */
  readonly clients: (url: string) => Readonly<Record<"a" | "b" | "c", Client>>;
}

/** An answer of the admin API. */
export interface AdminAnswer {
  readonly status: number;
  readonly body: unknown;
}

/** An emulator with what tests do to it. It ends with the test. */
export interface Bench<Client> {
  readonly url: string;
  readonly world: Emulator["world"];
  readonly a: Client;
  readonly b: Client;
  readonly c: Client;
  readonly admin: (method: string, path: string, body?: unknown) => Promise<AdminAnswer>;
  readonly advance: (ms: number) => Promise<void>;
  readonly peerings: () => Promise<PeeringRow[]>;
  readonly requests: () => Promise<RequestRow[]>;
  readonly close: () => Promise<void>;
}

/** Starts an emulator for one test. */
export type OpenBench<Client> = (world?: WorldInput, now?: string) => Promise<Bench<Client>>;

const opened: Emulator[] = [];

afterEach(async () => {
  await Promise.all(opened.splice(0).map((one) => one.close()));
});

/** Timings so long that states hold until a test moves the clock, however slow the machine is. */
export const slow = { activateMs: 600_000, acceptMs: 600_000, updateMs: 600_000, deleteMs: 600_000 };

/** What starts an emulator for the tests of one cloud. */
export function benchOf<Client>({ world, clients }: TestCloud<Client>): OpenBench<Client> {
  return async (given = {}, now) => {
    const emulator = await startEmulator({ world: { ...given, ...world(given) }, now });
    opened.push(emulator);
    const admin: Bench<Client>["admin"] = async (method, path, body) => {
      const init = { method, ...(body === undefined ? {} : { body: JSON.stringify(body) }) };
      const answer = await fetch(`${emulator.url}/_emulator${path}`, init);
      return { status: answer.status, body: await answer.json() };
    };
    return {
      url: emulator.url,
      world: emulator.world,
      ...clients(emulator.url),
      admin,
      advance: async (advanceMs) => {
        await admin("POST", "/clock", { advanceMs });
      },
      peerings: async () => (await admin("GET", "/peerings")).body as PeeringRow[],
      requests: async () => (await admin("GET", "/requests")).body as RequestRow[],
      close: () => emulator.close(),
    };
  };
}
