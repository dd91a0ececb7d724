import type { TableRoute } from "../../../../../src/provider/clouds/routing";
import type { Goal, Plan } from "../../../../../src/provider/lifecycle/routes/plan";
import { merged, planned } from "../../../../../src/provider/lifecycle/routes/plan";
import { custom, goal, main, MARK, NAT, OURS, route, THEIRS } from "../../../support/tables";

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
