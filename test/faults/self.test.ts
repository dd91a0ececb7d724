import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { performance } from "node:perf_hooks";
import { exampleCloud } from "../clouds/example.cjs";
import type { Kind } from "./kinds";
import { ATTEMPT_MS } from "./kinds";
import { run } from "./matrix";
import type { SceneOf } from "./scenes";
import { SCENES } from "./scenes";

const under = exampleCloud;
const lost: Kind = { name: "lost answer", fault: { type: "drop", when: "after" }, times: 1 };
const create = SCENES.find(({ name }) => name === "create") as SceneOf;
const action = under.actions.create;

/** The scene of a create with another hook in its place. */
const instead = (change: Partial<Awaited<ReturnType<SceneOf["open"]>>>): SceneOf => ({
  ...create,
  open: async (bench, cloud) => ({ ...(await create.open(bench, cloud)), ...change }),
});

describe("the fault matrix notices", () => {
  test("a fault that met nothing", async () => {
    const { wrong } = await run({ scene: create, action: "Nothing", kind: lost }, under);
    expect(wrong).toEqual(["the fault met no call"]);
  });

  test("a hook that never ends", async () => {
    const scene = instead({ hook: () => new Promise(() => undefined) });
    expect(await run({ scene, action, kind: lost }, under)).toMatchObject({ ended: "never" });
  });

  test("a bug instead of an answer", async () => {
    const scene = instead({ hook: () => Promise.reject(new TypeError("x is undefined")) });
    const { wrong } = await run({ scene, action, kind: lost }, under);
    expect(wrong.join()).toMatch(/a stack trace: TypeError: x is undefined/);
  });

  test("a connection that is lost, and one too many", async () => {
    const lossy: SceneOf = {
      ...create,
      open: async (bench, cloud) => {
        const scene = await create.open(bench, cloud);
        const twice = async (): Promise<void> => {
          await scene.hook();
          await bench.connection.create(bench.crossAccount());
        };
        return { ...scene, hook: twice };
      },
    };
    expect(await run({ scene: lossy, action, kind: lost }, under)).toMatchObject({ duplicates: 1 });
    const idle = instead({ hook: () => Promise.resolve() });
    expect(await run({ scene: idle, action, kind: lost }, under)).toMatchObject({ lost: 1 });
  });
});

test("a machine too busy to answer in time changes nothing", async () => {
  const calm = await run({ scene: create, action, kind: lost }, under);
  const block = (): void => {
    const end = performance.now() + ATTEMPT_MS + 50;
    while (performance.now() < end);
  };
  const blockSoon = (): void => void setImmediate(block);
  subscribe("http.client.request.start", blockSoon);
  try {
    expect(await run({ scene: create, action, kind: lost }, under)).toEqual(calm);
  } finally {
    unsubscribe("http.client.request.start", blockSoon);
  }
  expect(calm.calls).toEqual(under.callsOfCreate.flatMap((one) => (one === action ? [one, one] : [one])));
});
