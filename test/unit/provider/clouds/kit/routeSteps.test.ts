import { callsOf, isDone, stepsOf } from "../../../../../src/provider/clouds/kit/routeSteps";
import type { RouteStep } from "../../../../../src/provider/clouds/kit/routeSteps";
import type { TableChange, TableRoute } from "../../../../../src/provider/clouds/routing";

const route = (destination: string, id: string, state: TableRoute["state"] = "present"): TableRoute => ({
  destination,
  hop: { kind: "peering", id, word: "VpcPeer" },
  state,
});
const to = (destination: string) => ({ destination, connectionId: "pcc-1", description: "" });

const change: TableChange = {
  table: "t",
  add: [to("10.1.0.0/16"), to("10.2.0.0/16"), to("10.3.0.0/16")],
  redirect: [{ route: route("10.4.0.0/16", "nat"), to: to("10.4.0.0/16") }],
  enable: [route("10.5.0.0/16", "pcc-1", "disabled")],
  remove: [route("10.6.0.0/16", "pcc-1"), route("10.7.0.0/16", "pcc-1")],
};

test("calls are as large as they can be, one kind after the other", () => {
  const calls = callsOf(change, [
    ["remove", 50],
    ["redirect", 1],
    ["add", 2],
  ]);
  expect(calls.map((steps) => steps.map(({ does }) => does))).toEqual([
    ["remove", "remove"],
    ["redirect"],
    ["add", "add"],
    ["add"],
  ]);
});

test("destinations are told in canonical form", () => {
  const steps = stepsOf({ ...change, add: [to("2001:DB8:0::/48"), to("10.1.2.3/16")] });
  expect(steps.slice(-2)).toMatchObject([
    { to: { destination: "2001:db8::/48" } },
    { to: { destination: "10.1.0.0/16" } },
  ]);
});

describe("nothing is left to do", () => {
  const add: RouteStep = { does: "add", to: to("10.1.0.0/16") };
  const remove: RouteStep = { does: "remove", route: route("10.1.0.0/16", "pcc-1") };

  test.each<[string, TableRoute[], { added: boolean; removed: boolean }]>([
    ["leads there", [route("10.1.0.0/16", "pcc-1")], { added: true, removed: false }],
    ["is about to", [route("10.1.0.0/16", "pcc-1", "coming")], { added: true, removed: false }],
    [
      "leads there, switched off",
      [route("10.1.0.0/16", "pcc-1", "disabled")],
      { added: false, removed: false },
    ],
    ["is about not to", [route("10.1.0.0/16", "pcc-1", "going")], { added: false, removed: true }],
    ["leads there by another way", [route("10.1.0.0/16", "nat")], { added: false, removed: true }],
    ["leads elsewhere", [route("10.0.0.0/8", "pcc-1")], { added: false, removed: true }],
    ["is empty", [], { added: false, removed: true }],
  ])("where a table %s", (_, routes, { added, removed }) => {
    expect(isDone(add, routes)).toBe(added);
    expect(isDone(remove, routes)).toBe(removed);
    expect(
      isDone({ does: "redirect", route: route("10.1.0.0/16", "nat"), to: to("10.1.0.0/16") }, routes),
    ).toBe(added);
    expect(isDone({ does: "enable", route: route("10.1.0.0/16", "pcc-1", "disabled") }, routes)).toBe(added);
  });

  test("where there is no table: all that was to be removed is, and nothing else is", () => {
    expect(isDone(remove, undefined)).toBe(true);
    expect(isDone(add, undefined)).toBe(false);
  });
});
