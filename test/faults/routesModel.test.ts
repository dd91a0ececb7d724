import fc from "fast-check";
import { ROUTED } from "../contract/routingBench";
import { routesOn, worldOf } from "../contract/routesBench";
import { openBench } from "../contract/support";
import { ATTEMPT_MS } from "./kinds";
import type { Step, Wish } from "./routeSteps";
import { DESTINATIONS, steps } from "./routeSteps";
import { StackAmongStrangers } from "./stackAmongStrangers";

jest.setTimeout(1_800_000);

/** A failing run prints its seed and path; with these it is run again. */
const { FAST_CHECK_RUNS = "25", FAST_CHECK_SEED, FAST_CHECK_PATH } = process.env;
const REPLAY = {
  numRuns: Number(FAST_CHECK_RUNS),
  ...(FAST_CHECK_SEED === undefined ? {} : { seed: Number(FAST_CHECK_SEED) }),
  ...(FAST_CHECK_PATH === undefined ? {} : { path: FAST_CHECK_PATH }),
};

/** A create that fails, then other routes, and a stranger's route where the first ones were to be: found once. */
const FOUND: Step[] = [
  { do: "fault", kind: 10, action: "tables" },
  { do: "up", wish: { tables: "all", destinations: ["10.101.0.0/16", "10.1.3.0/24"] }, dies: true },
  { do: "up", wish: { tables: "all", destinations: ["10.1.0.0/16"] }, dies: true },
  { do: "a stranger writes through the connection", at: { table: "main", destination: "10.101.0.0/16" } },
  { do: "a stranger writes", at: { table: "main", destination: "10.1.0.0/16" } },
  { do: "up", wish: { tables: "all", destinations: ["10.1.0.0/16"] }, dies: true },
  { do: "fault", kind: 0, action: "tables" },
];

test.each(ROUTED)(
  "on $cloud, whatever users, strangers and the network do to tables: no stranger's route is touched, and the next refresh and up write all that is wanted",
  async (under) => {
    const play = async (story: Step[]): Promise<void> => {
      const settings = { "vpc-peering:requestTimeoutMs": String(ATTEMPT_MS) };
      const world = worldOf(under, { timings: { ...under.world.timings, routeMs: 100 } });
      const bench = await routesOn(await openBench(under, world, settings), under);
      const stack = new StackAmongStrangers(bench, under);
      for (const step of story) {
        await stack.take(step).catch((error: unknown) => {
          const { message, stack: trace } = error as Error;
          if (trace !== "" || /This is a bug/.test(message)) throw error;
        });
        const wrong = await stack.wrong();
        if (wrong.length > 0) throw new Error(`after ${JSON.stringify(step)}: ${wrong.join("; ")}`);
      }
      await stack.makeWay();
      await stack.refresh();
      const last: Wish = { tables: "all", destinations: [DESTINATIONS[0], DESTINATIONS[2]] };
      await stack.up(last).catch(() => undefined);
      await stack.makeWay();
      await stack.refresh();
      await stack.up(last);
      const own = await stack.own();
      const missing = stack.wanted.filter((place) => !own.includes(place));
      const isAll = missing.length === 0 && bench.hub.places.length === stack.wanted.length;
      if (!isAll) throw new Error(`in the end ${missing.join(", ")} is missing`);
      const second = await bench.hub.up(stack.inputsFor(last));
      if (second !== "nothing") throw new Error(`a second up is an ${second}`);
      await bench.hub.destroy();
      const left = (await stack.own()).filter((place) => stack.wanted.includes(place));
      if (left.length > 0) throw new Error(`destroy left ${left.join(", ")}`);
      const wrong = await stack.wrong();
      if (wrong.length > 0) throw new Error(`after destroy: ${wrong.join("; ")}`);
      await bench.emulator.close();
    };
    await fc.assert(fc.asyncProperty(steps, play), { ...REPLAY, examples: [[FOUND]] });
  },
);
