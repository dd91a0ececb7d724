import type { ErrorKind } from "../../../../../src/model/errors";
import { PeeringError } from "../../../../../src/model/errors";
import type { TableRoute } from "../../../../../src/provider/clouds/routing";
import type { Goal } from "../../../../../src/provider/lifecycle/routes/plan";
import { VpcRoutes } from "../../../../../src/provider/lifecycle/routes/vpcRoutes";
import type { Reached } from "../../../../../src/provider/lifecycle/routes/waiting";
import { contextOn } from "../../../../support/context";
import { FakeClock } from "../../../support/fakeClock";
import { FakeTables } from "../../../support/fakeTables";
import { goal, main, route } from "../../../support/tables";

const VPC = { vpcId: "vpc-hub", region: "somewhere" };
const LIMIT_MS = 60_000;

/** The goal of one spoke of a hub: a connection of its own to a block of its own. */
export const spoke = (n: number, more: Partial<Goal> = {}): Goal =>
  goal({ connectionId: `pcc-${n}`, mark: `mark ${n}`, destinations: [`10.${n}.0.0/16`], ...more });

/** A route as a spoke's goal has it. */
export const ofSpoke = (n: number, more: Partial<TableRoute> = {}): TableRoute =>
  route(`10.${n}.0.0/16`, {
    hop: { kind: "peering", id: `pcc-${n}`, word: "peering" },
    description: `mark ${n}`,
    ...more,
  });

/** What the cloud says when it refuses a route. */
export const refusal = (kind: ErrorKind, words = `it is ${kind}`): PeeringError =>
  new PeeringError(words, { kind });

interface Bench {
  clock: FakeClock;
  tables: FakeTables;
  bring: (goal: Goal, limitMs?: number) => Promise<Reached>;
  /** Brings them all, the one after the other with a pause between them. What failed is told as its message. */
  bringAll: (goals: readonly Goal[], apartMs?: number) => Promise<string[]>;
}

/** The routes of a VPC whose tables are these before, on a cloud that behaves so, as far as it is told. */
export function bench(
  how: ConstructorParameters<typeof FakeTables>[1] = {},
  before = [main()],
  around: Partial<ConstructorParameters<typeof VpcRoutes>[2]> = {},
): Bench {
  const clock = new FakeClock();
  const tables = new FakeTables(clock, how, before);
  const routes = new VpcRoutes(VPC, tables, {
    isAsynchronous: false,
    isMoreUnderWay: () => false,
    ...around,
  });
  const bring: Bench["bring"] = (one, limitMs = LIMIT_MS) => routes.bring(one, contextOn(clock, limitMs));
  return {
    clock,
    tables,
    bring,
    bringAll: async (goals, apartMs = 0) => {
      const all = goals.map(async (one, index) => {
        if (apartMs > 0) await clock.after(index * apartMs);
        return await bring(one).then(
          ({ routes: reached }) =>
            reached.map(({ destination, status }) => `${destination} ${status}`).join(),
          (error: unknown) => (error as Error).message,
        );
      });
      return await Promise.all(all);
    },
  };
}

/** How many routes each write has added, redirected, enabled or removed. */
export const sizes = ({ writes }: FakeTables): number[] =>
  writes.map(
    ({ add, redirect, enable, remove }) => add.length + redirect.length + enable.length + remove.length,
  );
