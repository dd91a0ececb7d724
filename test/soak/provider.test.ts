import { once } from "node:events";
import { startEmulator } from "../../emulator";
import { messages } from "../../src/plugin/protocol";
import { toStruct } from "../../src/plugin/struct";
import { worldOf } from "../../tools/clouds/world.cjs";
import { clouds } from "../clouds/index.cjs";
import { answer, startPlugin } from "../support/pluginProcess";
import { Connection } from "./connection";
import { all, growthIn, isFull, lookAt, LOOKABLE, lookedAt } from "./flat";

const CONNECTIONS = 50;
const CHANGES = isFull ? 2_000 : 200;

/** What is kept is kept alike of all clouds; so where time is short, one stands for the others. */
const CLOUDS = isFull ? Object.values(clouds) : [clouds.alicloud];

test.each(CLOUDS)(
  `on $cloud one process makes ${CHANGES} changes of ${CONNECTIONS} connections, and holds no more in the end`,
  async (under) => {
    const world = worldOf(under, { own: CONNECTIONS, partners: 0 });
    const emulator = await startEmulator({ world: { ...world, timings: { ...world.timings, routeMs: 0 } } });
    const { plugin, client } = await startPlugin(LOOKABLE);
    try {
      const keys = { [under.cloud]: { ...under.settings.a, endpoint: emulator.url } };
      const configure = new messages.ConfigureRequest().setArgs(toStruct(keys));
      await answer((done) => client.configure(configure, done));
      const before = await lookAt(plugin);
      const connections = Array.from({ length: CONNECTIONS }, (_, i) => new Connection(client, under, i + 1));
      const each = (work: (one: Connection) => Promise<void>): Promise<void> =>
        all(0, CONNECTIONS, async (n) => {
          const one = connections[n];
          if (one !== undefined) await work(one);
        });
      await each((one) => one.make());
      const looks = await lookedAt(plugin, CHANGES, async (n) => {
        await connections[n % CONNECTIONS]?.change(n);
      });
      await each((one) => one.destroy());
      const after = await lookAt(plugin);
      expect(growthIn(looks)).toBeLessThanOrEqual(0.05);
      expect(after.resources).toEqual(before.resources);
    } finally {
      client.close();
      plugin.kill();
      await once(plugin, "close");
      await emulator.close();
    }
  },
);
