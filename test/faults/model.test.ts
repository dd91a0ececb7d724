import fc from "fast-check";
import type { CloudUnderTest } from "../contract/clouds";
import { CLOUDS } from "../contract/clouds";
import type { Bench, Failure } from "../contract/support";
import { openBench } from "../contract/support";
import { defined } from "../../src/model/defined";
import type { Kind } from "./kinds";
import { ATTEMPT_MS, kindsOf } from "./kinds";

jest.setTimeout(1_800_000);

/** A failing run prints its seed and path; with these it is run again. */
const { FAST_CHECK_RUNS = "50", FAST_CHECK_SEED, FAST_CHECK_PATH } = process.env;
const REPLAY = {
  numRuns: Number(FAST_CHECK_RUNS),
  ...(FAST_CHECK_SEED === undefined ? {} : { seed: Number(FAST_CHECK_SEED) }),
  ...(FAST_CHECK_PATH === undefined ? {} : { path: FAST_CHECK_PATH }),
};

type Props = Record<string, unknown>;

/** What users, others and the network do. */
type Step =
  | { do: "up"; name: string; dies: boolean }
  | { do: "refresh" }
  | { do: "destroy"; dies: boolean }
  | { do: "rename behind its back" | "delete behind its back" | "reject behind its back" }
  | { do: "fault"; kind: number; action: "create" | "get" | "update" | "delete" };

const NAMES = ["first", "second", "third"];

const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({
        do: fc.constant("up" as const),
        name: fc.constantFrom(...NAMES),
        dies: chance(4),
      }),
    },
    { weight: 2, arbitrary: fc.record({ do: fc.constant("refresh" as const) }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant("destroy" as const), dies: chance(3) }) },
    {
      weight: 2,
      arbitrary: fc.record({
        do: fc.constantFrom("rename behind its back", "delete behind its back", "reject behind its back"),
      }),
    },
    {
      weight: 3,
      arbitrary: fc.record({
        do: fc.constant("fault" as const),
        kind: fc.nat(100),
        action: fc.constantFrom("create" as const, "get" as const, "update" as const, "delete" as const),
      }),
    },
  ),
  { minLength: 3, maxLength: 10 },
);

/** True once in so many times. */
function chance(times: number): fc.Arbitrary<boolean> {
  return fc.nat(times - 1).map((n) => n === 0);
}

/** A stack with one peering, run as the engine runs it. What a process that dies has not written down is forgotten. */
class StackOfOne {
  private state: { id: string; outs: Props } | undefined;

  constructor(
    private readonly bench: Bench,
    private readonly under: CloudUnderTest,
  ) {}

  async take(step: Step): Promise<void> {
    const { bench, under } = this;
    switch (step.do) {
      case "up":
        await this.forgettingIfItDies(step, () => this.up(step.name));
        break;
      case "refresh":
        await this.refresh();
        break;
      case "destroy":
        await this.forgettingIfItDies(step, () => this.destroy());
        break;
      case "fault": {
        const kinds = kindsOf(under);
        const { fault, times, forMs } = kinds[step.kind % kinds.length] as Kind;
        await bench.fault(under.actions[step.action], fault, { times, ...defined({ forMs }) });
        break;
      }
      default:
        await this.behindItsBack(step.do);
    }
  }

  async up(name: string): Promise<void> {
    const { connection, sameAccount } = this.bench;
    const inputs = sameAccount({ name });
    await keepingWhatFailed(
      async () => {
        if (this.state === undefined) {
          this.state = await connection.create(inputs);
          return;
        }
        const { id, outs } = this.state;
        const { changes, replaces = [] } = await connection.diff(id, outs, inputs);
        if (changes === false) return;
        if (replaces.length > 0) {
          await this.destroy();
          this.state = await connection.create(inputs);
        } else {
          this.state = { id, ...(await connection.update(id, outs, inputs)) };
        }
      },
      (left) => (this.state = left),
    );
  }

  async refresh(): Promise<void> {
    if (this.state === undefined) return;
    const { id, props } = await this.bench.connection.read(this.state.id, this.state.outs);
    this.state = id === undefined ? undefined : { id, outs: props ?? {} };
  }

  async destroy(): Promise<void> {
    if (this.state === undefined) return;
    await this.bench.connection.delete(this.state.id, this.state.outs);
    this.state = undefined;
  }

  private async forgettingIfItDies({ dies }: { dies: boolean }, command: () => Promise<void>): Promise<void> {
    const before = this.state;
    await command();
    if (dies) this.state = before;
  }

  private async behindItsBack(what: string): Promise<void> {
    const [row] = await this.bench.live();
    if (row === undefined) return;
    const path = `/peerings/${row.id}`;
    if (what.startsWith("delete")) await this.bench.admin("DELETE", path);
    else
      await this.bench.admin(
        "PATCH",
        path,
        what.startsWith("rename") ? { name: "by-hand" } : { status: "rejected" },
      );
  }
}

/** A hook that fails may leave something to go on with. */
async function keepingWhatFailed(
  command: () => Promise<void>,
  keep: (left: { id: string; outs: Props }) => void,
): Promise<void> {
  try {
    await command();
  } catch (error) {
    const { id, properties } = error as Failure;
    if (id !== undefined) keep({ id, outs: properties ?? {} });
    throw error;
  }
}

test.each(CLOUDS)(
  "on $cloud, whatever users, others and the network do: never two connections, and the next refresh and up repair it",
  async (under) => {
    const play = async (story: Step[]): Promise<void> => {
      const settings = { "vpc-peering:requestTimeoutMs": String(ATTEMPT_MS) };
      const bench = await openBench(under, {}, settings);
      const stack = new StackOfOne(bench, under);
      const living = async (): Promise<string[]> =>
        (await bench.live()).map(({ name, status }) => `${name} ${status}`);
      for (const step of story) {
        await stack.take(step).catch((error: unknown) => {
          const { message, stack: trace } = error as Error;
          if (trace !== "" || /This is a bug/.test(message)) throw error;
        });
        const seen = (await living()).filter((one) => !one.endsWith("rejected"));
        if (seen.length > 1) throw new Error(`after ${JSON.stringify(step)}: ${seen.join(", ")}`);
      }
      await bench.admin("DELETE", "/faults");
      await stack.refresh();
      await stack.up("last");
      const all = await living();
      if (all.join() !== "last active") throw new Error(`in the end there is ${JSON.stringify(all)}`);
      await stack.up("last");
      await stack.destroy();
      if ((await living()).length > 0) throw new Error("destroy left a connection");
      await bench.emulator.close();
    };
    await fc.assert(fc.asyncProperty(steps, play), REPLAY);
  },
);
