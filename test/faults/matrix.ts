import type { FaultRow } from "../../emulator";
import type { CloudUnderTest } from "../contract/clouds";
import type { Bench, Failure } from "../contract/support";
import { openBench } from "../contract/support";
import { inVirtualTime, virtualClock } from "../support/virtualTime";
import type { Kind } from "./kinds";
import { ATTEMPT_MS, DEADLINE_MS } from "./kinds";
import type { SceneOf } from "./scenes";

/** One call of one scene, and what happens to it. */
export interface Case {
  scene: SceneOf;
  action: string;
  kind: Kind;
}

/** What came of a case. */
export interface Result {
  ended: "in success" | "in an error" | "never";
  /** What was wrong with that; nothing if all was well. */
  wrong: string[];
  duplicates: number;
  lost: number;
  /** The actions that were called, by the hook and by its second run. */
  calls: string[];
}

/** What a hook may take beyond its deadline: a last attempt that was under way. */
const SLACK_MS = ATTEMPT_MS + 2_000;

const SETTINGS = { "vpc-peering:requestTimeoutMs": String(ATTEMPT_MS) };
const LIMIT = `${DEADLINE_MS}ms`;

function withLimits(bench: Bench): Bench {
  const timeouts = { create: LIMIT, update: LIMIT, delete: LIMIT };
  return {
    ...bench,
    sameAccount: (more = {}) => bench.sameAccount({ timeouts, ...more }),
    crossAccount: (more = {}) => bench.crossAccount({ timeouts, ...more }),
    acceptanceOf: (id) => ({ ...bench.acceptanceOf(id), timeouts }),
    routesOf: (id, more = {}) => bench.routesOf(id, { timeouts, ...more }),
  };
}

async function open(scene: SceneOf, under: CloudUnderTest): Promise<Bench> {
  return withLimits(
    await openBench(under, scene.world?.(under), { ...SETTINGS, ...scene.settings?.(under) }),
  );
}

/** The actions that a scene's hook calls, each once. */
export async function actionsOf(scene: SceneOf, under: CloudUnderTest): Promise<string[]> {
  const bench = await open(scene, under);
  const { hook } = await scene.open(bench, under);
  const before = (await bench.calls()).length;
  await hook();
  return [...new Set((await bench.calls()).slice(before))];
}

/** Runs a case: the hook with the fault, then again without it, then looks at what is there. */
export async function run({ scene, action, kind }: Case, under: CloudUnderTest): Promise<Result> {
  const bench = await open(scene, under);
  const { hook, again, wanted, wrongIn = () => Promise.resolve([]) } = await scene.open(bench, under);
  const { fault, times, forMs } = kind;
  await bench.fault(action, fault, { times, ...(forMs === undefined ? {} : { forMs }) });
  const before = (await bench.calls()).length;
  const outcome = await withTimeLimit(hook, scene.limitMs + SLACK_MS);
  const [row] = (await bench.admin("GET", "/faults")) as FaultRow[];
  await bench.admin("DELETE", "/faults");
  // A delayed call is done when its time has come, whoever still waits for it.
  if (fault.type === "delay") await inVirtualTime(virtualClock.sleep(fault.ms));
  const wrong = [...(row?.hits === 0 ? ["the fault met no call"] : []), ...complaintsOf(outcome)];
  if (outcome === "never") return { ended: "never", wrong: ["it hangs"], duplicates: 0, lost: 0, calls: [] };
  if (outcome !== undefined) {
    const second = await withTimeLimit(() => again(outcome), scene.limitMs + SLACK_MS);
    if (second !== undefined) wrong.push(`again: ${second === "never" ? "it hangs" : second.message}`);
  }
  const names = (await bench.live()).map(({ name, status }) => `${name} ${status}`);
  const calls = (await bench.calls()).slice(before);
  wrong.push(...(await wrongIn()));
  await bench.emulator.close();
  if (names.join() !== wanted.join()) {
    wrong.push(`wanted ${JSON.stringify(wanted)}, there is ${JSON.stringify(names)}`);
  }
  return {
    ended: outcome === undefined ? "in success" : "in an error",
    wrong,
    duplicates: Math.max(0, names.length - wanted.length),
    lost: Math.max(0, wanted.length - names.length),
    calls,
  };
}

/** What is wrong with the way a hook failed. */
function complaintsOf(outcome: Failure | "never" | undefined): string[] {
  if (outcome === undefined || outcome === "never") return [];
  const { message, stack } = outcome;
  return [
    ...(stack === "" ? [] : [`a stack trace: ${stack ?? ""}`]),
    ...(/This is a bug/.test(message) ? [message] : []),
    ...(/[.!\])]$/.test(message.trim()) ? [] : [`no sentence: ${message}`]),
  ];
}

/** The hook's failure, if it failed; "never" if it did not end in time. */
async function withTimeLimit(
  hook: () => Promise<unknown>,
  limitMs: number,
): Promise<Failure | "never" | undefined> {
  const ended = hook().then(
    () => undefined,
    (error: unknown) => error as Failure,
  );
  const never = virtualClock.sleep(limitMs).then(() => "never" as const);
  return await inVirtualTime(Promise.race([ended, never]));
}
