import fc from "fast-check";
import type { RouteTable, TableRoute } from "../../../../../src/provider/clouds/routing";
import type { Goal, Plan } from "../../../../../src/provider/lifecycle/routes/plan";
import { afterwards, isHindered, merged, planned } from "../../../../../src/provider/lifecycle/routes/plan";
import { applied, custom, goal, main, MARK, NAT, OURS, route, THEIRS } from "../../../support/tables";

const [A, B] = ["10.1.0.0/16", "10.2.0.0/16"] as const;
const unmarked = (destination: string, more: Partial<TableRoute> = {}): TableRoute => {
  const { description: _, ...rest } = route(destination, more);
  return rest;
};

/** A plan in short: what is done, by table and destination, and what is said. */
function inShort({ changes, takenOver, conflicts, missing, isNowhere, isUnderWay, routes }: Plan): string[] {
  return [
    ...changes.flatMap(({ table, add, redirect, enable, remove }) => [
      ...add.map(({ destination }) => `add ${table} ${destination}`),
      ...redirect.map(({ route: { destination } }) => `redirect ${table} ${destination}`),
      ...enable.map(({ destination }) => `enable ${table} ${destination}`),
      ...remove.map(({ destination, hop }) => `remove ${table} ${destination} ${hop.id}`),
    ]),
    ...takenOver.map(({ table, destination }) => `taken over ${table} ${destination}`),
    ...conflicts.map(({ table, destination, by }) => `conflict ${table} ${destination} ${by.hop.id}`),
    ...missing.map((table) => `missing ${table}`),
    ...(isNowhere ? ["nowhere"] : []),
    ...(isUnderWay ? ["under way"] : []),
    ...routes.map(({ table, destination, status }) => `${status} ${table} ${destination}`),
  ];
}

const inMain = [{ table: "vtb-main", destination: A }];

describe("what one place needs", () => {
  const cases: [name: string, there: TableRoute[], goal: Goal, short: string[]][] = [
    ["nothing there: added", [], goal(), [`add vtb-main ${A}`, `waiting vtb-main ${A}`]],
    ["ours there: nothing", [route(A)], goal(), [`present vtb-main ${A}`]],
    [
      "ours, known and without a mark: nothing",
      [unmarked(A)],
      goal({ known: inMain }),
      [`present vtb-main ${A}`],
    ],
    [
      "an equal one of somebody else's: taken over",
      [unmarked(A)],
      goal(),
      [`taken over vtb-main ${A}`, `present vtb-main ${A}`],
    ],
    [
      "an equal one that bears another stack's mark: taken over",
      [route(A, { description: "pulumi-vpc-peering theirs" })],
      goal(),
      [`taken over vtb-main ${A}`, `present vtb-main ${A}`],
    ],
    [
      "an equal one of somebody else's that is disabled: taken over and enabled",
      [unmarked(A, { state: "disabled" })],
      goal(),
      [`enable vtb-main ${A}`, `taken over vtb-main ${A}`, `waiting vtb-main ${A}`],
    ],
    [
      "ours, disabled: enabled",
      [route(A, { state: "disabled" })],
      goal(),
      [`enable vtb-main ${A}`, `waiting vtb-main ${A}`],
    ],
    [
      "ours, on its way: waited for",
      [route(A, { state: "coming" })],
      goal(),
      ["under way", `waiting vtb-main ${A}`],
    ],
    [
      "ours, being changed: waited for",
      [route(A, { state: "changing" })],
      goal(),
      ["under way", `waiting vtb-main ${A}`],
    ],
    [
      "ours, going: waited for",
      [route(A, { state: "going" })],
      goal(),
      ["under way", `waiting vtb-main ${A}`],
    ],
    [
      "led elsewhere: a conflict",
      [route(A, { hop: NAT })],
      goal(),
      [`conflict vtb-main ${A} nat-1`, `waiting vtb-main ${A}`],
    ],
    [
      "led to another connection: a conflict",
      [route(A, { hop: THEIRS })],
      goal(),
      [`conflict vtb-main ${A} pcc-theirs`, `waiting vtb-main ${A}`],
    ],
    [
      "ours once, led elsewhere since: led back",
      [route(A, { hop: NAT })],
      goal({ known: inMain }),
      [`redirect vtb-main ${A}`, `waiting vtb-main ${A}`],
    ],
    [
      "led elsewhere, and going: waited for",
      [route(A, { hop: NAT, state: "going" })],
      goal(),
      ["under way", `waiting vtb-main ${A}`],
    ],
    [
      "led elsewhere, but switched off: out of the way",
      [route(A, { hop: NAT, state: "disabled" })],
      goal(),
      [`add vtb-main ${A}`, `waiting vtb-main ${A}`],
    ],
    [
      "ours, and beside it one that leads elsewhere: a conflict, though it was ours alone",
      [route(A), route(A, { hop: NAT })],
      goal({ known: inMain }),
      [`conflict vtb-main ${A} nat-1`, `waiting vtb-main ${A}`],
    ],
    [
      "a longer prefix that leads elsewhere: no business of ours",
      [route("10.1.2.0/24", { hop: NAT })],
      goal(),
      [`add vtb-main ${A}`, `waiting vtb-main ${A}`],
    ],
    [
      "not wanted any more, and bears the mark: removed",
      [route(B)],
      goal({ destinations: [] }),
      [`remove vtb-main ${B} ${OURS}`, "under way"],
    ],
    [
      "ours under a former name: nothing",
      [route(A, { description: "pulumi-vpc-peering before" })],
      goal({ formerMarks: ["pulumi-vpc-peering before"] }),
      [`present vtb-main ${A}`],
    ],
    [
      "not wanted any more, and known: removed",
      [unmarked(A)],
      goal({ destinations: [], known: inMain }),
      [`remove vtb-main ${A} ${OURS}`, "under way"],
    ],
    [
      "not wanted any more, disabled: removed",
      [route(A, { state: "disabled" })],
      goal({ destinations: [] }),
      [`remove vtb-main ${A} ${OURS}`, "under way"],
    ],
    [
      "not wanted any more, going: waited for",
      [route(A, { state: "going" })],
      goal({ destinations: [] }),
      ["under way"],
    ],
    [
      "through the connection, but neither known nor marked: left",
      [unmarked(A)],
      goal({ destinations: [] }),
      [],
    ],
    [
      "known, but led elsewhere: left",
      [route(A, { hop: NAT })],
      goal({ destinations: [], known: inMain }),
      [],
    ],
  ];
  test.each(cases)("%s", (_, there, wanted, short) => {
    expect(inShort(planned([main(...there)], wanted))).toEqual(short);
  });
});

describe("which tables", () => {
  const tables = [main(), custom()];
  test.each<[string, Partial<Goal>, string[]]>([
    ["all", { tables: "all" }, ["add vtb-main", "add vtb-custom"]],
    ["the main one", { tables: "main" }, ["add vtb-main"]],
    ["a list", { tables: ["vtb-custom"] }, ["add vtb-custom"]],
    [
      "a list with one that is not there",
      { tables: ["vtb-main", "vtb-2"] },
      ["add vtb-main", "missing vtb-2"],
    ],
    ["none", { tables: [] }, ["nowhere"]],
    ["none, and nothing to write", { tables: [], destinations: [] }, []],
  ])("%s", (_, more, short) => {
    const said = inShort(planned(tables, goal(more))).filter((one) => !one.startsWith("waiting"));
    expect(said.map((one) => one.replace(` ${A}`, ""))).toEqual(short);
  });

  test("what is ours in a table that is not chosen any more goes", () => {
    const plan = planned([main(route(A)), custom(route(A))], goal({ tables: ["vtb-main"] }));
    expect(inShort(plan)).toEqual([`remove vtb-custom ${A} ${OURS}`, "under way", `present vtb-main ${A}`]);
  });
});

test("what is written leads through the connection and bears the mark", () => {
  const [change] = planned([main()], goal()).changes;
  expect(change?.add).toEqual([{ destination: A, connectionId: OURS, description: MARK }]);
});

test("several changes of a table are one", () => {
  const [first, second] = [goal(), goal({ destinations: [B] })].map((one) => planned([main()], one).changes);
  const [change, ...more] = merged([...(first ?? []), ...(second ?? [])]);
  expect(change?.add.map(({ destination }) => destination)).toEqual([A, B]);
  expect(more).toEqual([]);
});

describe("whatever the tables and the goal", () => {
  const DESTINATIONS = [A, B, "10.3.0.0/16", "2001:db8::/56"];
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

  const settled = (tables: readonly RouteTable[]): RouteTable[] =>
    tables.map((table) => ({
      ...table,
      routes: table.routes
        .filter(({ state }) => state !== "going")
        .map((one) => (one.state === "disabled" ? one : { ...one, state: "present" })),
    }));
});
