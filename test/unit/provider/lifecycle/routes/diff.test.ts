import { diffRoutes } from "../../../../../src/provider/lifecycle/routes/diff";
import type { RoutesInputs } from "../../../../../src/provider/lifecycle/routes/inputs";
import type { RoutesOutputs } from "../../../../../src/provider/lifecycle/routes/state";
import { UNKNOWN } from "../../../../../src/model/unknown";

const inputs: RoutesInputs = {
  cloud: "alicloud",
  connectionId: "pcc-1",
  end: "requester",
  vpcId: "vpc-hub",
  region: "cn-hangzhou",
  accountId: "1000000000000001",
  peer: { vpcId: "vpc-app" },
  tables: "all",
  destinations: ["10.1.0.0/16", "10.2.0.0/16"],
  __blocks: ["10.1.0.0/16", "10.2.0.0/16"],
};
const present = (table: string, destination: string) => ({ table, destination, status: "present" as const });
const olds: RoutesOutputs = {
  ...inputs,
  stateVersion: 1,
  routes: [present("vtb-1", "10.1.0.0/16"), present("vtb-1", "10.2.0.0/16")],
};
const waiting: RoutesOutputs = {
  ...olds,
  routes: [present("vtb-1", "10.1.0.0/16"), { ...present("vtb-1", "10.2.0.0/16"), status: "waiting" }],
};
const unknown = UNKNOWN as unknown as string[];
const inPlace = { replaces: [], deleteBeforeReplace: true };

describe("routes that are as declared", () => {
  test("are left alone", () => {
    expect(diffRoutes(olds, inputs)).toEqual({ changes: false });
  });

  test("in whatever order destinations are named", () => {
    expect(diffRoutes(olds, { ...inputs, destinations: ["10.2.0.0/16", "10.1.0.0/16"] })).toEqual({
      changes: false,
    });
  });

  test("whatever is said of the preflight, the other VPC's owner or what these keys see", () => {
    const more = { preflight: true, peer: { vpcId: "vpc-app", accountId: "2" }, __own: ["10.0.0.0/16"] };
    expect(diffRoutes(olds, { ...inputs, ...more })).toEqual({ changes: false });
  });

  test("while a preview does not know blocks that nobody names", () => {
    expect(diffRoutes(olds, { ...inputs, __blocks: unknown, destinations: unknown })).toEqual({
      changes: false,
    });
  });

  test("while a preview does not know whose keys these are", () => {
    expect(diffRoutes(olds, { ...inputs, accountId: UNKNOWN })).toEqual({ changes: false });
  });
});

describe("routes that are not all there", () => {
  test("are written by an update, which says which", () => {
    expect(diffRoutes(waiting, inputs)).toEqual({
      ...inPlace,
      changes: true,
      note: "Not there yet: vtb-1: 10.2.0.0/16.",
    });
  });

  test("of a create that failed, are written", () => {
    const { routes: _, ...unfinished } = olds;
    expect(diffRoutes(unfinished, inputs)).toEqual({ ...inPlace, changes: true });
  });
});

describe("what is declared otherwise is changed in place, and says which routes come and which go", () => {
  const changes: [name: string, news: Partial<RoutesInputs>, note: string | undefined][] = [
    [
      "other destinations",
      { destinations: ["10.2.0.0/16", "10.3.0.0/16"] },
      "Routes to come: vtb-1: 10.3.0.0/16. Routes to go: vtb-1: 10.1.0.0/16.",
    ],
    [
      "other tables",
      { tables: ["vtb-2"] },
      "Routes to come: vtb-2: 10.1.0.0/16, 10.2.0.0/16. Routes to go: vtb-1: 10.1.0.0/16, 10.2.0.0/16.",
    ],
    ["tables not known by name yet", { tables: "main" }, undefined],
    ["tables not known yet", { tables: unknown }, undefined],
    ["named destinations not known yet", { destinations: unknown, __named: true }, undefined],
    ["no destinations", { destinations: [] }, "Routes to go: vtb-1: 10.1.0.0/16, 10.2.0.0/16."],
  ];
  test.each(changes)("%s", (_, news, note) => {
    const answer = note === undefined ? inPlace : { ...inPlace, note };
    expect(diffRoutes(olds, { ...inputs, ...news })).toEqual(answer);
  });

  test("other words for which blocks, before the blocks are known", () => {
    const asked = { destinations: unknown, __blocks: unknown };
    expect(diffRoutes(olds, { ...inputs, ...asked, exclude: ["10.1.0.0/16"] })).toEqual(inPlace);
    expect(diffRoutes(olds, { ...inputs, ...asked, ipv6: true })).toEqual(inPlace);
  });
});

describe("routes of another connection or VPC are made anew, the old ones removed first", () => {
  const replaced: [keyof RoutesInputs, string, string[]][] = [
    ["connectionId", "pcc-2", ["connectionId"]],
    ["connectionId", UNKNOWN, ["connectionId"]],
    ["vpcId", "vpc-other", ["vpcId"]],
    ["region", "cn-beijing", ["region"]],
    ["cloud", "tencentcloud", ["cloud"]],
    ["accountId", "1000000000000009", ["vpcId"]],
  ];
  test.each(replaced)("%s: %s", (name, value, replaces) => {
    expect(diffRoutes(olds, { ...inputs, [name]: value })).toEqual({ replaces, deleteBeforeReplace: true });
  });

  test("an owner that is said now, and was not, is none", () => {
    const { accountId: _, ...unsaid } = olds;
    expect(diffRoutes(unsaid, inputs)).toEqual({ changes: false });
  });
});
