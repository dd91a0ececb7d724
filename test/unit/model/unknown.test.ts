import { unknownValue } from "@pulumi/pulumi/runtime";
import fc from "fast-check";
import { isKnown, UNKNOWN } from "../../../src/model/unknown";

test("the placeholder is the one that the engine sends", () => {
  expect(UNKNOWN).toBe(unknownValue);
});

describe("a value is known", () => {
  test.each([undefined, null, 0, "", false, {}, [], { a: [{ b: null }] }, `${UNKNOWN}x`])(
    "if nothing in it is open: %j",
    (value) => {
      expect(isKnown(value)).toBe(true);
    },
  );

  test("unless the placeholder stands somewhere in it, however deep", () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.string(), fc.nat(3)), { maxLength: 5 }),
        fc.jsonValue(),
        (path, beside) => {
          const nested = path.reduceRight<unknown>(
            (value, step) => (typeof step === "number" ? [beside, value] : { beside, [`_${step}`]: value }),
            UNKNOWN,
          );
          expect(isKnown(nested)).toBe(false);
        },
      ),
    );
  });

  test("whatever else stands in it", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(isKnown(value)).toBe(!JSON.stringify(value).includes(UNKNOWN));
      }),
    );
  });
});
