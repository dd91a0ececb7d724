import { spawn } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import { resolve } from "node:path";
import type { ResourceProviderClient as Client } from "@pulumi/pulumi/proto/provider_grpc_pb";
import { startEmulator } from "../../emulator";
import type { ProviderMessages } from "../../src/plugin/protocol";
import { grpc, messages } from "../../src/plugin/protocol";
import { toStruct } from "../../src/plugin/struct";
import { clouds } from "../clouds/index.cjs";

const { cloud, settings, vpcs, accountKey, accounts, world } = clouds.alicloud;

const inPulumi = createRequire(require.resolve("@pulumi/pulumi/package.json"));
const { ResourceProviderClient } = inPulumi("./proto/provider_grpc_pb.js") as {
  ResourceProviderClient: typeof Client;
};

/** The plugin as the engine starts it, a client of it, and what it has loaded when it is told to end. */
async function started() {
  const probe = `--require=${resolve(__dirname, "../support/loadedOnExit.cjs")}`;
  const plugin = spawn(process.execPath, [probe, resolve(__dirname, "../../dist/src/plugin/cli.js")], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let output = "";
  plugin.stdout.setEncoding("utf8").on("data", (text: string) => (output += text));
  await once(plugin.stdout, "data");
  const client = new ResourceProviderClient(`127.0.0.1:${output.trim()}`, grpc.credentials.createInsecure());
  const loaded = async (): Promise<string[]> => {
    client.close();
    plugin.kill("SIGTERM");
    await once(plugin, "close");
    return JSON.parse(output.split("\n")[1] ?? "") as string[];
  };
  return { client, loaded };
}

type Answer<Response> = (error: Error | null, response: Response) => void;

/** What the plugin answers to a call. */
function answer<Response>(call: (answer: Answer<Response>) => unknown): Promise<Response> {
  return new Promise((done, fail) => {
    call((error, response) => {
      if (error === null) done(response);
      else fail(error);
    });
  });
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
