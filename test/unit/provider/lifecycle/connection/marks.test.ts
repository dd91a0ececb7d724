import { CLOUDS } from "../../../../../src/model/clouds";
import {
  isMovedHere,
  markFor,
  otherOwner,
  unmarkedWarning,
} from "../../../../../src/provider/lifecycle/connection/marks";
import { ownerOf } from "../../../../../src/model/owner";
import { peering } from "../../../support/samples";

const urn = (stack: string, name: string): string =>
  `urn:pulumi:${stack}::net::vpc-peering:index:VpcPeering::${name}`;
const here = { urn: urn("dev", "one") };
const markOf = (stack: string, name: string): string => ownerOf({ urn: urn(stack, name) }).marker;

describe("a connection has come from another stack", () => {
  test.each([
    ["alicloud", "prod", true],
    ["huaweicloud", "prod", true],
    ["tencentcloud", "prod", true],
    // `aliases` renamed its resource: the mark stays.
    ["alicloud", "dev", false],
    ["tencentcloud", "dev", false],
    ["huaweicloud", "dev", false],
  ] as const)("on %s with a mark of stack %s: %p", (cloud, stack, answer) => {
    expect(isMovedHere({ cloud, marker: markOf(stack, "before") }, here)).toBe(answer);
  });

  test("not if nothing is known of its mark or its owner", () => {
    expect(isMovedHere({ cloud: "alicloud" }, here)).toBe(false);
    expect(isMovedHere({ cloud: "alicloud", marker: markOf("prod", "one") }, undefined)).toBe(false);
  });
});

describe("a connection bears the mark of another", () => {
  const other = ownerOf({ urn: urn("prod", "one") });
  const state = { cloud: "alicloud", marker: markOf("dev", "before") } as const;

  test("if it is neither the state's nor its resource's own", () => {
    expect(otherOwner({ owner: other }, state, here)).toEqual(other);
    expect(otherOwner({ owner: { marker: state.marker } }, state, here)).toBeUndefined();
    expect(otherOwner({ owner: ownerOf(here) }, state, here)).toBeUndefined();
  });

  test("on Tencent Cloud not if it is only the first one's again, since the name lost the later", () => {
    const under = { ...state, cloud: "tencentcloud" } as const;
    expect(otherOwner({ owner: other }, under, here)).toBeUndefined();
    expect(otherOwner({ owner: { ...other, within: "name" } }, under, here)).toMatchObject(other);
  });

  test("not if it bears none", () => {
    expect(otherOwner({}, state, here)).toBeUndefined();
  });
});

describe("a connection is marked", () => {
  const ours = ownerOf(here);

  test.each(CLOUDS)("on %s, if it bears another's mark", (cloud) => {
    expect(markFor(ours, { owner: ownerOf({ urn: urn("prod", "one") }) }, cloud)).toEqual(ours);
  });

  test("on Tencent Cloud only if its name leaves room, and what that means is said", () => {
    const theirs = { ...peering, owner: ownerOf({ urn: urn("prod", "one") }) };
    const long = { ...theirs, name: "n".repeat(40) };
    expect(markFor(ours, long, "tencentcloud")).toBeUndefined();
    expect(markFor(ours, long, "tencentcloud", "n".repeat(39))).toEqual(ours);
    expect(unmarkedWarning(ours, long, "tencentcloud")).toContain("at most 39 characters");
    expect(unmarkedWarning(ours, theirs, "tencentcloud")).toBeUndefined();
    expect(unmarkedWarning(ours, { ...long, owner: ours }, "tencentcloud")).toBeUndefined();
    expect(unmarkedWarning(ours, long, "alicloud")).toBeUndefined();
  });

  test("if it bears none, but not where everybody would see it in the name", () => {
    expect(CLOUDS.filter((cloud) => markFor(ours, {}, cloud) !== undefined)).toEqual([
      "alicloud",
      "huaweicloud",
    ]);
  });
});
