import fc from "fast-check";
import { UNKNOWN } from "../../../../../src/model/unknown";
import { complaints } from "../../../../../src/provider/clouds/alicloud/inputs";
import type { Inputs } from "./inputsSupport";
import { beijing, complain, hangzhou, near, valid } from "./inputsSupport";

describe("what is not known yet passes", () => {
  /** Every place in a value, as a path. */
  const places = (value: unknown, path: string[] = []): string[][] =>
    typeof value === "object" && value !== null
      ? [path, ...Object.entries(value).flatMap(([key, part]) => places(part, [...path, key]))]
      : [path];
  const withUnknown = (value: unknown, path: string[]): unknown => {
    const [key, ...rest] = path;
    if (key === undefined || typeof value !== "object" || value === null) return UNKNOWN;
    return { ...value, [key]: withUnknown((value as Inputs)[key], rest) };
  };
  const full: Inputs = {
    ...valid,
    waitFor: "active",
    adopt: true,
    forceDelete: true,
    preflight: true,
  };
  const open = places(full).filter(([key]) => key !== undefined && key !== "cloud");

  test("wherever it stands, alone or with others, as a part or as the whole", () => {
    fc.assert(
      fc.property(fc.subarray(open, { minLength: 1 }), (paths) => {
        const given = paths.reduce<unknown>(withUnknown, full) as Inputs;
        expect(complaints.connection(given)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  test("but what is known beside it is still looked at", () => {
    expect(complain({ name: "1", requester: { vpcId: UNKNOWN, region: "x" } })).toEqual([
      expect.stringMatching(/^requester\.region is "x"/),
      expect.stringMatching(/^name is "1"/),
    ]);
  });

  test("two VPCs that are both not known are not the same", () => {
    const ends = { requester: { ...hangzhou, vpcId: UNKNOWN }, accepter: { ...beijing, vpcId: UNKNOWN } };
    expect(complain(ends)).toEqual([]);
  });

  test("two regions that are both not known are not the same", () => {
    const ends = { requester: { ...hangzhou, region: UNKNOWN }, accepter: { ...beijing, region: UNKNOWN } };
    expect(complain(ends)).toEqual([]);
  });
});

describe("what is not known yet", () => {
  test.each(["bandwidth", "linkType"])(
    "a %s, which may turn out to be none, passes within a region",
    (key) => {
      expect(complaints.connection({ ...near, [key]: UNKNOWN })).toEqual([]);
    },
  );

  test("the value of a tag keeps no other bad tag from being told", () => {
    expect(complain({ tags: { "acs:a": "1", b: UNKNOWN } })).toHaveLength(1);
  });
});
