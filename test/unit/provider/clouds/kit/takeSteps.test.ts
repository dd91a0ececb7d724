import fc from "fast-check";
import type { ErrorKind } from "../../../../../src/model/errors";
import { PeeringError } from "../../../../../src/model/errors";
import { Deadline } from "../../../../../src/io/clock";
import type { RouteStep } from "../../../../../src/provider/clouds/kit/routeSteps";
import { destinationOf } from "../../../../../src/provider/clouds/kit/routeSteps";
import type { Way } from "../../../../../src/provider/clouds/kit/takeSteps";
import { takeCalls, takeSteps } from "../../../../../src/provider/clouds/kit/takeSteps";
import type { TableRoute } from "../../../../../src/provider/clouds/routing";
import { FakeClock } from "../../../support/fakeClock";

const add = (n: number): RouteStep => ({
  does: "add",
  to: { destination: `10.${n}.0.0/16`, connectionId: "pcc-1", description: "" },
});
const refusal = (kind: ErrorKind) => new PeeringError(`It is ${kind}.`, { kind, executed: "yes" });
const route = (step: RouteStep): TableRoute => ({
  destination: destinationOf(step),
  hop: { kind: "peering", id: "pcc-1", word: "VpcPeer" },
  state: "present",
});

/** A cloud that makes all routes of a call or none, and refuses some. */
function cloud(refuse: (n: number) => ErrorKind | undefined) {
  const clock = new FakeClock();
  const there: TableRoute[] = [];
  const calls: number[][] = [];
  const numberOf = (step: RouteStep): number => Number(destinationOf(step).split(".")[1]);
  const way: Way = {
    context: { clock, deadline: new Deadline(clock, 60_000) },
    make: (steps) => {
      calls.push(steps.map(numberOf));
      const kind = steps.map((step) => refuse(numberOf(step))).find((one) => one !== undefined);
      if (kind !== undefined) return Promise.reject(refusal(kind));
      if (steps.some((step) => there.some(({ destination }) => destination === destinationOf(step))))
        return Promise.reject(refusal("duplicate"));
      there.push(...steps.map(route));
      return Promise.resolve([]);
    },
    look: () => Promise.resolve(there),
  };
  return { way, calls, there, clock };
}

test("where nothing is refused, one call is all, and nobody looks", async () => {
  const { way, calls } = cloud(() => undefined);
  const look = jest.spyOn(way, "look");
  expect(await takeSteps([add(1), add(2), add(3)], way)).toEqual([]);
  expect(calls).toEqual([[1, 2, 3]]);
  expect(look).not.toHaveBeenCalled();
});

test("whatever is refused, all others are made, each once, and the refused ones are answered with their reasons", async () => {
  const numbers = fc.uniqueArray(fc.integer({ min: 0, max: 255 }), { minLength: 1, maxLength: 60 });
  const kinds = fc.constantFrom<ErrorKind>(
    "invalid",
    "gone",
    "wrongState",
    "quota",
    "unknown",
    "unsupported",
  );
  await fc.assert(
    fc.asyncProperty(
      numbers,
      fc.dictionary(fc.nat(255).map(String), kinds, { maxKeys: 5 }),
      async (all, bad) => {
        const { way, there, calls } = cloud((n) => bad[n]);
        const refused = await takeSteps(all.map(add), way);
        const expected = all.filter((n) => bad[n] !== undefined);
        expect(refused.map(({ step, error }) => `${destinationOf(step)} ${error.kind}`).sort()).toEqual(
          expected.map((n) => `10.${n}.0.0/16 ${bad[n] ?? ""}`).sort(),
        );
        expect(there).toHaveLength(all.length - expected.length);
        // Each bad route costs two calls for each halving at the most.
        expect(calls.length).toBeLessThanOrEqual(
          1 + 2 * expected.length * Math.ceil(Math.log2(all.length + 1)),
        );
      },
    ),
  );
});

test("what is there already is left out, and the rest tried together", async () => {
  const { way, calls, there } = cloud(() => undefined);
  there.push(route(add(1)), route(add(2)));
  expect(await takeSteps([add(1), add(2), add(3), add(4)], way)).toEqual([]);
  expect(calls).toEqual([
    [1, 2, 3, 4],
    [3, 4],
  ]);
});

test.each<ErrorKind>(["permission", "credentials", "busy", "throttled", "transient", "timeout"])(
  "what concerns whatever is asked (%s) ends it",
  async (kind) => {
    const { way, calls } = cloud(() => kind);
    await expect(takeSteps([add(1), add(2)], way)).rejects.toMatchObject({ kind });
    expect(calls).toHaveLength(1);
  },
);

test("where there is no table, nothing is tried again", async () => {
  const { way, calls } = cloud(() => "gone");
  const nowhere: Way = { ...way, look: () => Promise.resolve(undefined) };
  const remove: RouteStep = { does: "remove", route: route(add(3)) };
  const refused = await takeCalls([[remove], [add(1), add(2)]], nowhere);
  expect(refused.map(({ destination }) => destination)).toEqual(["10.1.0.0/16", "10.2.0.0/16"]);
  expect(calls).toEqual([[3], [1, 2]]);
});

describe("a duplicate that cannot be seen", () => {
  const late = (looks: number) => {
    const { way, clock } = cloud(() => "duplicate");
    let seen = 0;
    const look = () => Promise.resolve(++seen > looks ? [route(add(1))] : []);
    return { way: { ...way, look }, clock };
  };

  test("is looked for until it can", async () => {
    const { way, clock } = late(3);
    expect(await takeSteps([add(1)], way)).toEqual([]);
    expect(clock.pauses).toEqual([2_000, 2_000, 2_000]);
  });

  test("but not for ever", async () => {
    const { way, clock } = late(100);
    expect((await takeSteps([add(1)], way)).map(({ error }) => error.kind)).toEqual(["duplicate"]);
    expect(clock.now()).toBeLessThan(15_000);
  });
});
