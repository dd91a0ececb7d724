import fc from "fast-check";
import { MARKER_TAG, markerValue, splitTags } from "../../../../../src/provider/clouds/kit/markerTag";
import { tags } from "../../../support/samples";

const marker = "0123456789abcdef01234567";

describe("the tag that says who made a connection", () => {
  test("reads as the hash and the stack", () => {
    expect(markerValue({ marker, stack: "acme/network/prod" })).toBe(`${marker} acme/network/prod`);
    expect(markerValue({ marker })).toBe(marker);
  });

  test("is never shown among the user's tags", () => {
    const all = { team: "network", [MARKER_TAG]: `${marker} acme/network/prod` };
    expect(splitTags(all)).toEqual({
      tags: { team: "network" },
      owner: { marker, stack: "acme/network/prod" },
    });
  });

  test("is no owner where it is missing", () => {
    expect(splitTags({ team: "network" })).toEqual({ tags: { team: "network" } });
    expect(splitTags({})).toEqual({ tags: {} });
  });

  test("fits into the 128 characters that a tag may have, and loses nothing of the hash, however long the stack's name", () => {
    fc.assert(
      fc.property(
        fc.nat(400).chain((length) => fc.constant("acme/network/p-".padEnd(length, "x"))),
        tags,
        (stack, others) => {
          const value = markerValue({ marker, stack });
          expect(value.length).toBeLessThanOrEqual(128);
          const read = splitTags({ ...others, [MARKER_TAG]: value });
          expect(read.tags).toEqual(others);
          expect(read.owner?.marker).toBe(marker);
          expect(stack.startsWith(read.owner?.stack ?? "")).toBe(true);
          if (stack.length <= 100) expect(read.owner?.stack).toBe(stack);
        },
      ),
    );
  });
});
