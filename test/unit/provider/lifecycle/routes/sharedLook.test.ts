import { PeeringError } from "../../../../../src/model/errors";
import type { ErrorKind } from "../../../../../src/model/errors";
import { SharedLook } from "../../../../../src/provider/lifecycle/routes/sharedLook";
import { contextOn } from "../../../../support/context";
import { FakeClock } from "../../../support/fakeClock";

function bench(failures: readonly ErrorKind[] = []) {
  const clock = new FakeClock();
  let asked = 0;
  const look = new SharedLook(async () => {
    const kind = failures[asked++];
    await clock.after(100);
    if (kind !== undefined) throw new PeeringError(`it is ${kind}`, { kind });
    return asked;
  });
  return { clock, get: () => look.get(contextOn(clock, 10_000)), asked: () => asked };
}

test("many who ask within 5 s share one answer; later ones ask anew", async () => {
  const { clock, get, asked } = bench();
  expect(await Promise.all([get(), get(), get()])).toEqual([1, 1, 1]);
  await clock.after(4_000);
  expect(await get()).toBe(1);
  await clock.after(2_000);
  expect([await get(), asked()]).toEqual([2, 2]);
});

test("what fails for want of one's own time is asked again by the others", async () => {
  const { get } = bench(["timeout"]);
  const [one, two] = await Promise.allSettled([get(), get()]);
  expect([one.status, two]).toEqual(["rejected", { status: "fulfilled", value: 2 }]);
});

test("what is not allowed is asked once", async () => {
  const { get, asked } = bench(["permission", "permission"]);
  const all = await Promise.allSettled([get(), get(), get()]);
  expect(all.map(({ status }) => status)).toEqual(["rejected", "rejected", "rejected"]);
  expect(asked()).toBe(1);
});

test("whoever asks after a failure asks anew", async () => {
  const { get } = bench(["permission"]);
  await expect(get()).rejects.toThrow("it is permission");
  expect(await get()).toBe(2);
});
