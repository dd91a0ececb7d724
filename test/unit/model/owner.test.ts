import fc from "fast-check";
import { markersOf, nameInUrn, ownerOf } from "../../../src/model/owner";
import { URN } from "../support/samples";

describe("the owner's mark", () => {
  const mark = (urn: string, organization?: string): string =>
    ownerOf({ urn, ...(organization === undefined ? {} : { organization }) }).marker;

  test("is 24 hexadecimal digits, and the stack in words goes with it", () => {
    const { marker, stack } = ownerOf({ urn: URN, organization: "acme" });
    expect(marker).toMatch(/^[0-9a-f]{24}$/);
    expect(stack).toBe("acme/network/prod");
  });

  test("is the same in every process and release: resources in use bear it", () => {
    expect(mark(URN, "acme")).toBe("968f5f8c420f4e83fd9d30cb");
  });

  test("is another for another organization, project, stack, component or name", () => {
    const others = [
      mark(URN),
      mark(URN, "acme"),
      mark(URN, "other"),
      mark(URN.replace("network", "net"), "acme"),
      mark(URN.replace("prod", "dev"), "acme"),
      mark(URN.replace("VpcPeering", "Parent$vpc-peering:index:VpcPeering"), "acme"),
      mark(URN.replace("hub-spoke", "hub-spoke-2"), "acme"),
    ];
    expect(new Set(others).size).toBe(others.length);
  });

  test("begins alike for all resources of a stack, so that they can be found", () => {
    const one = mark(URN, "acme");
    const other = mark(URN.replace("hub-spoke", "x"), "acme");
    expect(other.slice(0, 8)).toBe(one.slice(0, 8));
    expect(mark(URN.replace("prod", "dev"), "acme").slice(0, 8)).not.toBe(one.slice(0, 8));
  });

  test("does not depend on former names, and where there is no organization, on the name that the engine has for none", () => {
    expect(ownerOf({ urn: URN, organization: "acme", formerUrns: ["urn:pulumi:a::b::c::d"] })).toEqual(
      ownerOf({ urn: URN, organization: "acme" }),
    );
    expect(mark(URN, "organization")).toBe(mark(URN));
  });

  test("for any two resources: the same only if they are the same", () => {
    const part = fc.stringMatching(/^[a-z][a-z0-9.-]{0,8}$/);
    const resource = fc.record({ organization: part, project: part, stack: part, name: part });
    const urnOf = ({ stack, project, name }: { stack: string; project: string; name: string }): string =>
      `urn:pulumi:${stack}::${project}::vpc-peering:index:VpcPeering::${name}`;
    fc.assert(
      fc.property(resource, resource, (one, other) => {
        const same = JSON.stringify(one) === JSON.stringify(other);
        expect(mark(urnOf(one), one.organization) === mark(urnOf(other), other.organization)).toBe(same);
      }),
    );
  });
});

test("a resource that was renamed may bear the mark of each of its names", () => {
  const before = URN.replace("hub-spoke", "old");
  expect(markersOf({ urn: URN, organization: "acme", formerUrns: [before] })).toEqual([
    ownerOf({ urn: URN, organization: "acme" }).marker,
    ownerOf({ urn: before, organization: "acme" }).marker,
  ]);
});

test("a resource's own name may hold what otherwise parts a URN", () => {
  expect(nameInUrn("urn:pulumi:s::p::my:Parent$vpc-peering:index:VpcPeering::a::b c")).toBe("a::b c");
});
