import fc from "fast-check";
import type { RouteTable, TableRoute } from "../../../../../src/provider/clouds/routing";
import type { Goal } from "../../../../../src/provider/lifecycle/routes/plan";
import { afterwards, isHindered, planned } from "../../../../../src/provider/lifecycle/routes/plan";
import { applied, goal, MARK, NAT, OURS, THEIRS } from "../../../support/tables";

describe("whatever the tables and the goal", () => {
  const DESTINATIONS = ["10.1.0.0/16", "10.2.0.0/16", "10.3.0.0/16", "2001:db8::/56"];
  const TABLES = ["vtb-main", "vtb-custom", "vtb-third"];
  const HOPS: TableRoute["hop"][] = [{ kind: "peering", id: OURS, word: "peering" }, NAT, THEIRS];
  const SETTLED = ["present", "disabled"] as const;
  const MOVING = ["coming", "changing", "going"] as const;

  const someRoute = (states: readonly TableRoute["state"][]): fc.Arbitrary<TableRoute> =>
    fc
      .record({
        destination: fc.constantFrom(...DESTINATIONS),
        hop: fc.constantFrom(...HOPS),
        state: fc.constantFrom(...states),
        description: fc.constantFrom(undefined, MARK, "by hand"),
      })
      .map(({ description, ...rest }) => ({
        ...rest,
        id: `${rest.destination} ${rest.hop.id}`,
        ...(description === undefined ? {} : { description }),
      }));
  const someTables = (states: readonly TableRoute["state"][]): fc.Arbitrary<RouteTable[]> =>
    fc.tuple(
      ...TABLES.map((id, index) =>
        fc
          .uniqueArray(someRoute(states), { selector: ({ id: own }) => own, maxLength: 8 })
          .map((routes): RouteTable => ({ id, isMain: index === 0, routes })),
      ),
    );
  const someGoal: fc.Arbitrary<Goal> = fc
    .record({
      tables: fc.oneof(fc.constantFrom("all" as const, "main" as const), fc.subarray(TABLES)),
      destinations: fc.subarray(DESTINATIONS),
      known: fc.subarray(
        TABLES.flatMap((table) => DESTINATIONS.map((destination) => ({ table, destination }))),
      ),
    })
    .map((more) => goal(more));

  const isKnown = ({ known }: Goal, table: string, destination: string): boolean =>
    known.some((place) => place.table === table && place.destination === destination);
  const isChosen = ({ tables }: Goal, { id, isMain }: RouteTable): boolean =>
    Array.isArray(tables) ? tables.includes(id) : tables === "all" || isMain;

  /** Whether a route is neither ours nor at a place that we are to have and had before. */
  const isStrangers = (one: TableRoute, table: RouteTable, wanted: Goal): boolean => {
    const isAsked = isChosen(wanted, table) && wanted.destinations.includes(one.destination);
    const isPlaceKnown = isKnown(wanted, table.id, one.destination);
    if (one.hop.id !== OURS) return !(isAsked && isPlaceKnown);
    return !isAsked && !isPlaceKnown && one.description !== MARK;
  };
  const strangersIn = (tables: readonly RouteTable[], wanted: Goal): string[] =>
    tables.flatMap((table) =>
      table.routes
        .filter((one) => isStrangers(one, table, wanted))
        .map((one) => `${table.id} ${JSON.stringify(one)}`),
    );

  const settled = (tables: readonly RouteTable[]): RouteTable[] =>
    tables.map((table) => ({
      ...table,
      routes: table.routes
        .filter(({ state }) => state !== "going")
        .map((one) => (one.state === "disabled" ? one : { ...one, state: "present" })),
    }));

  test("once a plan is carried out, nothing is left to do, and what is somebody else's is as it was", () => {
    fc.assert(
      fc.property(someTables(SETTLED), someGoal, (before, wanted) => {
        const plan = planned(before, wanted);
        if (isHindered(plan)) return;
        const known = [...wanted.known, ...plan.routes];
        const after = applied(before, plan.changes);
        const again = planned(after, { ...wanted, known });
        const isPresent = again.routes.every(({ status }) => status === "present");
        expect({ ...again, routes: isPresent }).toEqual({
          changes: [],
          takenOver: [],
          conflicts: [],
          missing: [],
          isNowhere: false,
          isUnderWay: false,
          routes: true,
        });
        for (const stranger of strangersIn(before, wanted))
          expect(strangersIn(after, wanted)).toContain(stranger);
        expect(planned(afterwards(before, plan.changes, "present"), wanted).changes).toEqual([]);
      }),
      { numRuns: 2_000 },
    );
  });

  test("a conflict is with somebody else's route, which stands at a wanted place and carries traffic", () => {
    fc.assert(
      fc.property(someTables([...SETTLED, ...MOVING]), someGoal, (before, wanted) => {
        for (const { table, destination, by } of planned(before, wanted).conflicts) {
          const there = before.find(({ id }) => id === table);
          expect(there?.routes).toContain(by);
          expect(by.hop.id).not.toBe(OURS);
          expect(["disabled", "going"]).not.toContain(by.state);
          expect(wanted.destinations).toContain(destination);
        }
      }),
      { numRuns: 1_000 },
    );
  });

  test("what is on its way is waited for: a plan a round, and after a few nothing is left to do", () => {
    fc.assert(
      fc.property(someTables([...SETTLED, ...MOVING]), someGoal, (before, wanted) => {
        let tables = before;
        for (let round = 0; round < 4; round++) {
          const plan = planned(tables, wanted);
          if (isHindered(plan)) return;
          if (plan.changes.length === 0 && !plan.isUnderWay) return;
          tables = settled(applied(tables, plan.changes));
        }
        throw new Error(`still at it: ${JSON.stringify(planned(tables, wanted))}`);
      }),
      { numRuns: 2_000 },
    );
  });
});
