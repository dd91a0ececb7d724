import fc from "fast-check";
import { routesSaid } from "../../../../src/cli/import/routes";
import type { RouteTable, TableRoute } from "../../../../src/provider/clouds/routing";

const ID = "pcc-1";

/** A route through the connection. */
const through = (destination: string, more: Partial<TableRoute> = {}): TableRoute => ({
  destination,
  hop: { kind: "peering", id: ID, word: "VpcPeer" },
  state: "present",
  ...more,
});

/** A route to something else. */
const elsewhere = (destination: string): TableRoute =>
  through(destination, { hop: { kind: "other", id: "ngw-1", word: "NatGateway" } });

/** A VPC's tables by their ids; the first is the main one. */
const tablesOf = (tables: Record<string, readonly TableRoute[]>): RouteTable[] =>
  Object.entries(tables).map(([id, routes], index) => ({ id, isMain: index === 0, routes: [...routes] }));

const [A, B, C] = ["10.1.0.0/16", "10.2.0.0/16", "10.3.0.0/16"] as const;
const V6 = "2001:db8::/64";

test.each<[string, Record<string, TableRoute[]>, string[] | undefined, unknown]>([
  ["no route", { main: [elsewhere(A)] }, [A], undefined],
  ["all blocks in the only table", { main: [through(A), through(B)] }, [A, B], true],
  ["all blocks in all tables", { main: [through(A)], other: [through(A)] }, [A], true],
  ["all blocks in the main table", { main: [through(A)], other: [] }, [A], { tables: "main" }],
  ["all blocks in another table", { main: [], other: [through(A)] }, [A], { tables: ["other"] }],
  ["some blocks", { main: [through(A)] }, [A, B], { destinations: [A] }],
  ["parts of blocks", { main: [through("10.1.2.0/24")] }, [A], { destinations: ["10.1.2.0/24"] }],
  ["blocks that nobody sees", { main: [through(A)] }, undefined, { destinations: [A] }],
  ["IPv6, too", { main: [through(V6), through(A)] }, [A, V6], { ipv6: true }],
  ["no IPv6 where there is some", { main: [through(A)] }, [A, V6], true],
  ["IPv6 alone", { main: [through(V6)] }, [A, V6], { destinations: [V6] }],
  ["on their way", { main: [through(A, { state: "coming" })] }, [A], true],
  ["going", { main: [through(A, { state: "going" })] }, [A], undefined],
])("%s", (_, tables, peerBlocks, routes) => {
  expect(routesSaid(ID, { tables: tablesOf(tables), peerBlocks })).toEqual({
    routes,
    notes: [],
  });
});

test.each<[string, Record<string, TableRoute[]>, unknown, string]>([
  [
    "of an uneven set the most is declared",
    { main: [through(A), through(B)], other: [through(A), through(B), through(C)] },
    { destinations: [A, B] },
    `undeclared, since each table that is named gets every destination that is named: other: ${C}.`,
  ],
  [
    "a disabled one is not",
    { main: [through(A), through(B, { state: "disabled" })] },
    { destinations: [A] },
    `undeclared, which are disabled: main: ${B}.`,
  ],
  [
    "one of several to a destination is not",
    { main: [through(A), elsewhere(A), through(B)] },
    { destinations: [B] },
    `other routes in the same table, too: main: ${A}.`,
  ],
  [
    "what leads elsewhere in another table is told",
    { main: [through(A)], other: [elsewhere(A)] },
    { tables: "main", destinations: [A] },
    `In other, ${A} leads to NatGateway ngw-1.`,
  ],
])("%s", (_, tables, routes, note) => {
  const said = routesSaid(ID, { tables: tablesOf(tables), peerBlocks: [A, B, C] });
  expect(said.routes).toEqual(routes);
  expect(said.notes).toEqual([expect.stringContaining(note)]);
});

test("of whatever tables: what is declared is there already, and all of it is where each table has the same", () => {
  const route = fc.tuple(fc.constantFrom(A, B, C), fc.constantFrom("through", "elsewhere", "none", "none"));
  const table = fc.uniqueArray(route, { selector: ([destination]) => destination });
  const choice = fc.dictionary(fc.constantFrom("t1", "t2", "t3"), table, { minKeys: 1 });
  fc.assert(
    fc.property(choice, fc.subarray([A, B, C]), (asked, peerBlocks) => {
      const tables = tablesOf(
        Object.fromEntries(
          Object.entries(asked).map(([id, rows]) => [
            id,
            rows
              .filter(([, kind]) => kind !== "none")
              .map(([destination, kind]) =>
                kind === "through" ? through(destination) : elsewhere(destination),
              ),
          ]),
        ),
      );
      const here = tables.flatMap(({ id, routes }) =>
        routes.filter(({ hop }) => hop.id === ID).map(({ destination }) => `${id} ${destination}`),
      );
      const { routes } = routesSaid(ID, { tables, peerBlocks });
      const said = routes === true ? {} : (routes ?? { tables: [] });
      const { tables: chosen = "all", destinations = peerBlocks } = said as {
        tables?: string | string[];
        destinations?: string[];
      };
      const ids = tables.filter(
        ({ id, isMain }) => chosen === "all" || (chosen === "main" ? isMain : chosen.includes(id)),
      );
      const meant = ids.flatMap(({ id }) => destinations.map((destination) => `${id} ${destination}`));
      expect(here).toEqual(expect.arrayContaining(meant));
      const sets = tables.map(({ id }) =>
        here
          .filter((place) => place.startsWith(id))
          .map((place) => place.slice(3))
          .sort()
          .join(),
      );
      const isEven = new Set(sets.filter((set) => set !== "")).size <= 1;
      if (isEven) expect(meant).toHaveLength(here.length);
      else expect(meant.length).toBeGreaterThan(0);
    }),
    { numRuns: 1_000 },
  );
});
