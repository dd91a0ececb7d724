import fc from "fast-check";
import { shownName } from "../../src/model/shown";
import type { DynamicProvider } from "../../src/provider/engine/dynamicProvider";
import { expectNoSecret } from "../../tools/stack/secrets.cjs";
import type { CloudUnderTest } from "../contract/clouds";
import { CLOUDS } from "../contract/clouds";
import type { Bench, Failure } from "../contract/support";
import { openBench } from "../contract/support";
import { change, changed } from "./garbage";
import type { Sense } from "./sense";
import { senseOn } from "./sense";

/** A failing run prints its seed and path; with these it is run again. */
const { FAST_CHECK_RUNS = "2500", FAST_CHECK_SEED, FAST_CHECK_PATH } = process.env;
const RUNS = Number(FAST_CHECK_RUNS);
const SEED = Number(FAST_CHECK_SEED ?? 372_855_966);
const REPLAY = {
  numRuns: RUNS,
  seed: SEED,
  ...(FAST_CHECK_PATH === undefined ? {} : { path: FAST_CHECK_PATH }),
};

type Props = Record<string, unknown>;

/** What a hook is given. */
interface Given {
  id: string;
  olds: Props;
  news: Props;
}

type Hook = keyof Omit<DynamicProvider, "configure">;

const HOOKS: Record<Hook, (provider: DynamicProvider, given: Given) => Promise<unknown>> = {
  check: (provider, { news }) => provider.check({}, news),
  diff: (provider, { id, olds, news }) => provider.diff(id, olds, news),
  create: (provider, { news }) => provider.create(news),
  read: (provider, { id, olds }) => provider.read(id, olds),
  update: (provider, { id, olds, news }) => provider.update(id, olds, news),
  delete: (provider, { id, olds }) => provider.delete(id, olds),
};

/** What a program's author can do nothing about. */
const INTERNAL =
  /This is a bug|TypeError|RangeError|SyntaxError|Cannot (read|convert|destructure)|is not (a function|iterable)|\[object |node_modules/;
const UNREADABLE = /(?!\n)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;

/** Mostly what a state has, since the engine has it from our own answers. */
const id = fc.option(
  fc.constantFrom(
    "",
    " ",
    "pcc-1",
    "../vpcs",
    "a?b=c",
    "\u202Etxt",
    "a\nb",

    "__proto__",
    "i".repeat(2000),
  ),
  { freq: 4, nil: undefined },
);

const input = fc.record({
  id,
  /** Whether the keys are whole. Half a pair ends at the first call, so that most inputs cost none. */
  hasKeys: fc.nat(19).map((n) => n === 0),
  kind: fc.nat(3),
  olds: fc.array(change, { maxLength: 2 }),
  news: fc.array(change, { maxLength: 3 }),
});

type Input = typeof input extends fc.Arbitrary<infer One> ? One : never;

/** What the hooks said in all, by hook. */
const counts = new Map<string, { runs: number; refused: number }>();

// Most of what fails has no use for its stack, and would take half of the time for it.
Error.stackTraceLimit = 4;

describe.each(CLOUDS)("on $cloud", (under) => {
  let benches: { withKeys: Bench; without: Bench };
  let senses: Sense[];

  beforeEach(async () => {
    const [withKeys, without] = [await openBench(under), await openBench(withHalfKeys(under))];
    benches = { withKeys, without };
    senses = senseOn(under, withKeys);
  });

  test.each(Object.keys(HOOKS) as Hook[])(
    "%s survives whatever it is told, and says what is wrong",
    async (hook) => {
      const count = { runs: 0, refused: 0 };
      const play = async (given: Input): Promise<void> => {
        count.runs++;
        const sense = senses[given.kind] as Sense;
        const bench = given.hasKeys ? benches.withKeys : benches.without;
        const told = {
          id: given.id ?? sense.id,
          olds: hook === "check" || hook === "create" ? {} : changed(sense.outputs, given.olds),
          news: hook === "read" || hook === "delete" ? {} : changed(sense.inputs, given.news),
        };
        const complaints = await said(() => HOOKS[hook](providerOf(bench, sense), told));
        if (complaints.length > 0) count.refused++;
        for (const complaint of complaints) assertFit(complaint, told, hook, Object.keys(sense.inputs));
      };
      await fc.assert(fc.asyncProperty(input, play), REPLAY);
      counts.set(`${under.cloud} ${hook}`, count);
      if (FAST_CHECK_PATH === undefined) expect(count.runs).toBe(RUNS);
      expect(count.refused).toBeGreaterThan(RUNS / 10);
    },
  );

  test("what makes sense passes", async () => {
    for (const sense of senses) {
      const { failures } = await providerOf(benches.withKeys, sense).check({}, sense.inputs);
      expect(failures).toEqual([]);
    }
  });
});

afterAll(() => {
  const lines = [...counts].map(([name, { runs, refused }]) => `${name}: ${runs} inputs, ${refused} refused`);
  process.stdout.write(`${[`seed ${SEED}`, ...lines].join("\n")}\n`);
});

function providerOf({ connection, acceptance, identity, routes }: Bench, { kind }: Sense): DynamicProvider {
  return { Connection: connection, Acceptance: acceptance, Identity: identity, Routes: routes }[kind];
}

function withHalfKeys(under: CloudUnderTest): CloudUnderTest {
  const halved = Object.entries(under.contractSettings ?? under.settings).map(([who, settings]) => [
    who,
    Object.fromEntries(Object.entries(settings as Props).filter(([name]) => !/secret(Key)?$/i.test(name))),
  ]);
  return { ...under, contractSettings: Object.fromEntries(halved) as CloudUnderTest["settings"] };
}

/** What a hook complains about. */
async function said(call: () => Promise<unknown>): Promise<string[]> {
  try {
    const answer = (await call()) as { failures?: { reason: string }[] } | undefined;
    expectNoSecret("an answer", JSON.stringify(answer ?? {}));
    return (answer?.failures ?? []).map(({ reason }) => reason);
  } catch (error) {
    const { message, stack, properties } = error as Failure;
    expectNoSecret("a failure", `${message} ${stack ?? ""} ${JSON.stringify(properties ?? {})}`);
    // Only what is taken for our own mistake has a stack.
    return [stack === "" ? message : `TypeError or the like: ${message} ${stack ?? ""}`];
  }
}

/** `known`: the properties that make sense, for a complaint names one that is missing too. */
function assertFit(complaint: string, told: Given, hook: Hook, known: string[]): void {
  const wrong = INTERNAL.exec(complaint)?.[0] ?? UNREADABLE.exec(complaint)?.[0];
  if (wrong !== undefined) throw new Error(`it says ${JSON.stringify(wrong)}: ${complaint}`);
  if (hook !== "check") return;
  const names = [
    ...known,
    ...Object.keys(told.news),
    ...Object.keys(told.olds),
    "cloud",
    "requester",
    "accepter",
    "region",
    // What the component alone says, and no program, is `__owner`.
    "owner",
  ];
  const isNamed = names.some((name) => complaint.includes(shownName([name])));
  if (!isNamed) throw new Error(`it names no property: ${complaint}`);
}
