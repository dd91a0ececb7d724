import { once } from "node:events";
import { resolve } from "node:path";
import { startEmulator } from "../../emulator";
import type { ProviderMessages } from "../../src/plugin/protocol";
import { messages } from "../../src/plugin/protocol";
import { toStruct } from "../../src/plugin/struct";
import { exampleCloud } from "../clouds/example.cjs";
import { answer, startPlugin } from "../support/pluginProcess";

const { cloud, settings, vpcs, accountKey, accounts, world } = exampleCloud;

/** The plugin as the engine starts it, a client of it, and what it has loaded when it is told to end. */
async function started() {
  const probe = resolve(__dirname, "../support/loadedOnExit.cjs");
  const { client, plugin, printed } = await startPlugin([`--require=${probe}`]);
  const loaded = async (): Promise<string[]> => {
    client.close();
    plugin.kill("SIGTERM");
    await once(plugin, "close");
    return JSON.parse(printed().split("\n")[1] ?? "") as string[];
  };
  return { client, loaded };
}

test("a connection is made without the SDK, which no set of keys needs a copy of", async () => {
  const emulator = await startEmulator({ world });
  const { client, loaded } = await started();
  try {
    const keys = { [cloud]: { ...settings.a, endpoint: emulator.url } };
    const configure = new messages.ConfigureRequest().setArgs(toStruct(keys));
    await answer((done) => client.configure(configure, done));
    const inputs = toStruct({
      cloud,
      name: "light",
      requester: vpcs.hub,
      accepter: { ...vpcs.app, [accountKey]: accounts.a },
    });
    const urn = "urn:pulumi:dev::net::vpc-peering:index:Connection::light";
    const check = new messages.CheckRequest().setUrn(urn).setNews(inputs);
    const checked = await answer<ProviderMessages.CheckResponse>((done) => client.check(check, done));
    expect(checked.getFailuresList()).toEqual([]);
    const create = new messages.CreateRequest().setUrn(urn).setProperties(inputs);
    const created = await answer<ProviderMessages.CreateResponse>((done) => client.create(create, done));
    expect(created.getId()).toMatch(/^pcc-/);
  } finally {
    await emulator.close();
  }
  const modules = await loaded();
  expect(modules.some((file) => file.endsWith("/provider_pb.js"))).toBe(true);
  const isOfSdk = (file: string): boolean => /@pulumi\/pulumi\/(?!proto\/)/.test(file);
  expect(modules.filter(isOfSdk)).toEqual([]);
});
