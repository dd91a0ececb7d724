import type { ChildProcess } from "node:child_process";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import { resolve } from "node:path";
import type { ResourceProviderClient as Client } from "@pulumi/pulumi/proto/provider_grpc_pb";
import { grpc } from "../../src/plugin/protocol";

const inPulumi = createRequire(require.resolve("@pulumi/pulumi/package.json"));
const { ResourceProviderClient } = inPulumi("./proto/provider_grpc_pb.js") as {
  ResourceProviderClient: typeof Client;
};

/** A plugin that runs, and a client of it. */
export interface PluginProcess {
  plugin: ChildProcess;
  client: Client;
  /** What it has printed so far. */
  printed: () => string;
}

/** Starts the plugin as the engine does, with these options of Node.js besides. */
export async function startPlugin(options: readonly string[]): Promise<PluginProcess> {
  const cli = resolve(__dirname, "../../dist/src/plugin/cli.js");
  const plugin = spawn(process.execPath, [...options, cli], { stdio: ["ignore", "pipe", "inherit", "ipc"] });
  let output = "";
  plugin.stdout?.setEncoding("utf8").on("data", (text: string) => (output += text));
  while (!output.includes("\n")) await once(plugin.stdout as NonNullable<typeof plugin.stdout>, "data");
  const client = new ResourceProviderClient(`127.0.0.1:${output.trim()}`, grpc.credentials.createInsecure());
  return { plugin, client, printed: () => output };
}

type Answer<Response> = (error: Error | null, response: Response) => void;

/** What the plugin answers to a call. */
export function answer<Response>(call: (answer: Answer<Response>) => unknown): Promise<Response> {
  return new Promise((done, fail) => {
    call((error, response) => {
      if (error === null) done(response);
      else fail(error);
    });
  });
}
