import fc from "fast-check";
import type { Verdict } from "../../../../../src/provider/lifecycle/steps/ensure";
import { judge, notOurs } from "../../../../../src/provider/lifecycle/connection/judge";
import { ownerOf } from "../../../../../src/model/owner";
import type { Peering } from "../../../../../src/model/peering";
import type { PeeringStatus } from "../../../../../src/model/status";
import { B, peering, spec } from "../../../support/samples";

const declarer = { urn: "urn:pulumi:dev::net::vpc-peering:index:VpcPeering::new-name" };

const ours = (more: Partial<Peering> = {}): Peering => ({
  ...peering,
  id: "pcc-ours",
  owner: { marker: "ours" },
  ...more,
});
const theirs = (more: Partial<Peering> = {}): Peering => ({
  ...peering,
  id: "pcc-theirs",
  owner: { marker: "theirs", stack: "acme/other/prod" },
  ...more,
});
const nobodys = (more: Partial<Peering> = {}): Peering => ({ ...peering, id: "pcc-free", ...more });
const reversed = (one: Peering): Peering => ({ ...one, requester: one.accepter, accepter: one.requester });

const verdict = (
  found: Peering[],
  { adopt }: { adopt?: boolean | string | undefined } = {},
): Verdict<Peering> => judge(found, { spec, markers: ["ours", "ours-before"], adopt, declarer });

const DEAD: PeeringStatus[] = ["rejected", "expired", "failed"];
const GOING: PeeringStatus[] = ["deleting", "deleted"];
const ALIVE: PeeringStatus[] = ["creating", "pending", "active", "updating"];

describe("between two VPCs", () => {
  test("nothing found: a connection is to be created", () => {
    expect(verdict([])).toBeUndefined();
    expect(verdict([], { adopt: true })).toBeUndefined();
  });

  test.each(ALIVE)("ours found %s: it is gone on with", (status) => {
    const found = ours({ status });
    expect(verdict([found])).toEqual({ take: found });
  });

  test("ours found under a former name: it is gone on with", () => {
    const found = ours({ owner: { marker: "ours-before" } });
    expect(verdict([found])).toEqual({ take: found });
  });

  test.each(DEAD)("ours found %s: it is in the way", (status) => {
    const found = ours({ status });
    expect(verdict([found])).toEqual({ remove: found });
  });

  test.each(GOING)("ours found %s: it is as good as gone", (status) => {
    expect(verdict([ours({ status })])).toBeUndefined();
  });

  test.each([
    ["in the other direction", reversed(ours())],
    ["in another region", ours({ requester: { ...peering.requester, region: "cn-other" } })],
    ["to another region", ours({ accepter: { ...peering.accepter, region: "cn-other" } })],
    ["to another account", ours({ accepter: { ...peering.accepter, account: "1000000000000009" } })],
  ])("ours found, but %s, which no cloud can change: it is in the way", (_, found) => {
    expect(verdict([found])).toEqual({ remove: found });
  });

  test("ours and somebody else's found: ours is gone on with, whichever comes first", () => {
    expect(verdict([theirs(), ours()])).toEqual({ take: ours() });
    expect(verdict([ours(), theirs()])).toEqual({ take: ours() });
  });

  test("ours found dead and ours found alive: the living one counts", () => {
    const [dead, alive] = [ours({ id: "pcc-old", status: "expired" }), ours()];
    expect(verdict([dead, alive])).toEqual({ take: alive });
    expect(verdict([alive, dead])).toEqual({ take: alive });
  });

  test.each([
    ["with another stack's mark", theirs()],
    ["without a mark", nobodys()],
    ["from the other side", reversed(nobodys({ requester: { ...peering.requester, account: B } }))],
  ])("somebody else's found %s: nothing is touched", (_, found) => {
    expect(verdict([found])).toEqual({ foreign: found });
    expect(verdict([found], { adopt: false })).toEqual({ foreign: found });
  });

  test.each(GOING)("somebody else's found %s: it is as good as gone", (status) => {
    expect(verdict([nobodys({ status })])).toBeUndefined();
    expect(verdict([nobodys({ status })], { adopt: true })).toBeUndefined();
  });

  test("connections of other pairs do not count", () => {
    const other = { ...peering.accepter, vpcId: "vpc-other" };
    expect(
      verdict([ours({ accepter: other }), nobodys({ accepter: other })], { adopt: true }),
    ).toBeUndefined();
  });
});

describe("adopting", () => {
  test.each(ALIVE)("`true` takes one that bears no mark, also if it is %s", (status) => {
    const found = nobodys({ status });
    expect(verdict([found], { adopt: true })).toEqual({ take: found });
  });

  test("`true` does not take what another stack made", () => {
    expect(verdict([theirs()], { adopt: true })).toEqual({ foreign: theirs() });
  });

  test("an id takes that very one, also from another stack", () => {
    expect(verdict([theirs()], { adopt: "pcc-theirs" })).toEqual({ take: theirs() });
    expect(verdict([nobodys()], { adopt: "pcc-free" })).toEqual({ take: nobodys() });
  });

  test("an id takes no other one", () => {
    expect(verdict([nobodys()], { adopt: "pcc-else" })).toEqual({ foreign: nobodys() });
  });

  test.each([true, "pcc-free"])("(%j) takes none that is made otherwise than asked for", (adopt) => {
    for (const found of [
      reversed(nobodys()),
      nobodys({ accepter: { ...peering.accepter, region: "cn-other" } }),
      nobodys({ accepter: { ...peering.accepter, account: "1000000000000009" } }),
    ])
      expect(verdict([found], { adopt })).toEqual({ foreign: found });
  });

  test.each([true, "pcc-free"])("(%j) takes none that is dead", (adopt) => {
    for (const status of DEAD) expect(verdict([nobodys({ status })], { adopt })).toBeUndefined();
  });
});

describe("for whatever is found", () => {
  const anyPeering = fc
    .record({
      owner: fc.constantFrom("ours", "ours-before", "theirs", undefined),
      status: fc.constantFrom(...ALIVE, ...DEAD, ...GOING),
      turned: fc.boolean(),
    })
    .map(({ owner, status, turned }) => {
      const one = { ...peering, status, ...(owner === undefined ? {} : { owner: { marker: owner } }) };
      return turned ? reversed(one) : one;
    });
  const found = fc
    .array(anyPeering, { maxLength: 4 })
    .map((all) => all.map((one, index) => ({ ...one, id: `pcc-${index}` })));
  const adopt = fc.constantFrom(undefined, false, true, "pcc-0", "pcc-1");

  test("only ours is ever removed, only what is alive and as asked for is taken, nothing without a reason", () => {
    fc.assert(
      fc.property(found, adopt, (all, wanted) => {
        const answer = verdict(all, { adopt: wanted });
        if (answer === undefined) return;
        const isOurs = (one: Peering): boolean => one.owner?.marker.startsWith("ours") ?? false;
        if ("remove" in answer) expect(isOurs(answer.remove)).toBe(true);
        if ("foreign" in answer) expect(isOurs(answer.foreign)).toBe(false);
        if ("take" in answer) {
          const { take } = answer;
          expect(ALIVE).toContain(take.status);
          expect(take.requester.vpcId).toBe(spec.requester.vpcId);
          const mayBeTaken =
            isOurs(take) || wanted === take.id || (wanted === true && take.owner === undefined);
          expect(mayBeTaken).toBe(true);
        }
      }),
    );
  });

  test("nothing is created beside a living connection", () => {
    fc.assert(
      fc.property(found, adopt, (all, wanted) => {
        const isAlive = all.some(({ status }) => ALIVE.includes(status));
        if (isAlive) expect(verdict(all, { adopt: wanted })).toBeDefined();
      }),
    );
  });
});

describe("several found", () => {
  const back = reversed(theirs());

  test("adopt: true takes the one that may be taken, whatever the order of the list", () => {
    const free = nobodys();
    expect(verdict([free, back], { adopt: true })).toEqual({ take: free });
    expect(verdict([back, free], { adopt: true })).toEqual({ take: free });
  });

  test("adopt with an id takes that one, though another is found first", () => {
    const free = nobodys();
    expect(verdict([back, free], { adopt: free.id })).toEqual({ take: free });
  });
});

test("a dead connection of nobody's is passed over", () => {
  const dead = nobodys({ status: "expired" });
  expect(verdict([dead])).toBeUndefined();
  expect(verdict([dead], { adopt: true })).toBeUndefined();
});

describe("a connection of another resource of this very stack", () => {
  const former = ownerOf({ urn: declarer.urn.replace("new-name", "old-name") });
  const markOnly = { marker: former.marker };
  const wanted = (adopt?: boolean | string) => ({
    spec: { ...spec, owner: ownerOf(declarer) },
    markers: [ownerOf(declarer).marker],
    adopt,
    declarer,
  });

  test.each([undefined, true, "pcc-theirs"])("is not taken over with adopt %p", (adopt) => {
    const found = theirs({ owner: former });
    expect(judge([found], wanted(adopt))).toEqual({ foreign: found });
  });

  test("is named where it has kept its resource's name, with the alias that continues it", () => {
    const { message } = notOurs(theirs({ owner: markOnly, name: "old-name" }), wanted());
    expect(message).toContain('"old-name" of this very stack');
    expect(message).toContain('`aliases: [{ name: "old-name" }]`');
    expect(message).not.toContain("adopt");
  });

  test("is not named by a name that its mark does not prove", () => {
    const { message } = notOurs(theirs({ owner: markOnly, name: "renamed by hand" }), wanted());
    expect(message).toContain("another resource of this very stack");
    expect(message).not.toContain("adopt");
  });
});
