import fc from "fast-check";
import { Claims } from "../../../../../src/provider/lifecycle/routes/claims";
import { UNKNOWN } from "../../../../../src/model/unknown";

type Claim = Parameters<Claims["claim"]>[0];
const claim = (name: string, more: Partial<Claim> = {}): Claim => ({
  who: `urn ${name}`,
  name,
  vpcId: "vpc-hub",
  tables: "all",
  destinations: ["10.1.0.0/16"],
  ...more,
});

const after = (first: Partial<Claim>, second: Partial<Claim>): string[] => {
  const claims = new Claims();
  expect(claims.claim(claim("one", first))).toEqual([]);
  return claims.claim(claim("two", second));
};

describe("two resources that want one destination", () => {
  test("in one table: the second is told of the first", () => {
    expect(after({}, {})).toEqual([
      'destinations has 10.1.0.0/16, and so has "one": in one table of vpc-hub a destination leads to one place. Leave it out of one of them with `exclude` or `destinations`, or choose other `tables`.',
    ]);
  });

  const meeting: [Claim["tables"], Claim["tables"]][] = [
    ["all", "main"],
    ["main", "main"],
    ["all", ["vtb-1"]],
    [["vtb-1"], "all"],
    [["vtb-1", "vtb-2"], ["vtb-2"]],
  ];
  test.each(meeting)("in %j and %j: refused", (first, second) => {
    expect(after({ tables: first }, { tables: second })).toHaveLength(1);
  });

  const apart: [Claim["tables"], Claim["tables"]][] = [
    [["vtb-1"], ["vtb-2"]],
    ["all", []],
    [[], []],
    ["main", ["vtb-1"]],
    [UNKNOWN as unknown as string[], "all"],
    [[UNKNOWN], ["vtb-1"]],
  ];
  test.each(apart)("in %j and %j: may be well", (first, second) => {
    expect(after({ tables: first }, { tables: second })).toEqual([]);
  });

  test("in two VPCs, or in one that is not known yet: may be well", () => {
    expect(after({}, { vpcId: "vpc-other" })).toEqual([]);
    expect(after({ vpcId: UNKNOWN }, { vpcId: UNKNOWN })).toEqual([]);
  });
});

test("two resources that want different destinations in one table are well", () => {
  expect(after({}, { destinations: ["10.2.0.0/16", "10.1.0.0/17"] })).toEqual([]);
});

test("a resource that is checked again claims what it says then, and nothing else", () => {
  const claims = new Claims();
  claims.claim(claim("one"));
  expect(claims.claim(claim("one", { destinations: ["10.2.0.0/16"] }))).toEqual([]);
  expect(claims.claim(claim("two"))).toEqual([]);
});

test("whoever claims again and again, the last is told of all that then want the same, in the order in which they first came", () => {
  const step = fc.record({
    who: fc.constantFrom("one", "two", "three", "four"),
    vpcId: fc.constantFrom("vpc-hub", "vpc-app"),
    destinations: fc.subarray(["10.1.0.0/16", "10.2.0.0/16", "10.3.0.0/16"]),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
      const claims = new Claims();
      const last = new Map<string, (typeof steps)[number]>();
      for (const said of steps) {
        last.set(said.who, said);
        const told = claims.claim(claim(said.who, { vpcId: said.vpcId, destinations: said.destinations }));
        const expected = [...last.values()]
          .filter(({ who, vpcId }) => who !== said.who && vpcId === said.vpcId)
          .flatMap((other) =>
            said.destinations
              .filter((destination) => other.destinations.includes(destination))
              .map((destination) => `destinations has ${destination}, and so has "${other.who}"`),
          );
        expect(told.map((text) => text.split(":")[0])).toEqual(expected);
      }
    }),
  );
});
