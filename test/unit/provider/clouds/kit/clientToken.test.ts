import fc from "fast-check";
import { clientToken } from "../../../../../src/provider/clouds/kit/clientToken";
import { reordered } from "../../../support/samples";

const seed = { marker: "0123456789abcdef01234567", attempt: 0 };
const params = { RegionId: "cn-hangzhou", VpcId: "vpc-a", Bandwidth: 200, Tag: [{ Key: "k", Value: "v" }] };
const create = "CreateVpcPeerConnection";

describe("a client token", () => {
  test("is the same in every process and release, so that a killed create is recognised by the next", () => {
    expect(clientToken(create, seed, params)).toBe("vp-31IsIlWIVCCabH9Th3AfZr2cxiiXJBb9pmoEKFVrEhM");
  });

  test("has at most 64 ASCII characters, whatever is asked", () => {
    const anyParams = fc.dictionary(fc.string(), fc.jsonValue());
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.nat(), anyParams, (action, marker, attempt, given) => {
        expect(clientToken(action, { marker, attempt }, given)).toMatch(/^[!-~]{1,64}$/);
      }),
    );
  });

  test("is another for another owner, action, attempt or request", () => {
    const tokens = [
      clientToken(create, seed, params),
      clientToken(create, { ...seed, marker: "other" }, params),
      clientToken("DeleteVpcPeerConnection", seed, params),
      clientToken(create, { ...seed, attempt: 1 }, params),
      clientToken(create, seed, { ...params, Bandwidth: 201 }),
      clientToken(create, seed, { ...params, Bandwidth: "200" }),
      clientToken(create, seed, { ...params, Name: "x" }),
      clientToken(create, seed, { ...params, Tag: [{ Key: "k", Value: "w" }] }),
      clientToken(create, seed, {}),
    ];
    expect(new Set(tokens).size).toBe(tokens.length);
  });

  test("is the same whatever the order of parameters, and whether one is left out or undefined", () => {
    const members = Object.entries(params).reverse();
    expect(clientToken(create, seed, Object.fromEntries(members))).toBe(clientToken(create, seed, params));
    expect(clientToken(create, seed, { ...params, Name: undefined })).toBe(clientToken(create, seed, params));
  });

  test("for any two requests: the same only if they ask the same", () => {
    const anyParams = fc.dictionary(
      fc.constantFrom("a", "b", "c"),
      fc.oneof(fc.nat(2), fc.constantFrom("1", "x")),
    );
    fc.assert(
      fc.property(anyParams, anyParams, (one, other) => {
        const sorted = (given: object): string => JSON.stringify(Object.entries(given).sort());
        const tokens = [one, reordered(other)].map((given) => clientToken(create, seed, given));
        expect(tokens[0] === tokens[1]).toBe(sorted(one) === sorted(other));
      }),
    );
  });
});
