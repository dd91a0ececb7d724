#!/usr/bin/env node
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { start } from "../../commandLine/command";
import { version } from "../../commandLine/version";
import { sendBy, senderTo } from "../provider/engine/engineLog";
import { watch } from "../provider/engine/watchdog";
import { isAsked, plugin } from "./command";
import { EngineClient, grpc, LogRequest, LogSeverity, ResourceProviderService } from "./protocol";
import { overGrpc, serviceOf } from "./service";

/** The root of the package: this file is dist/src/plugin/cli.js. */
const ROOT = join(__dirname, "..", "..", "..");

/** Nearly all that the plugin makes lives for one request: with a young generation that grows, it takes a quarter more memory, and no less time. */
const SMALL_YOUNG_GENERATION = "--semi-space-growth-factor=1";

/** Serves the engine at the address that it names last, and tells it the port, as it expects of every plugin. */
function main(): void {
  setFlagsFromString(SMALL_YOUNG_GENERATION);
  const engine = process.argv.slice(2).findLast((argument) => /^[^-].*:\d+$/.test(argument));
  if (engine !== undefined) {
    sendBy(senderTo(engine, { grpc, EngineClient, LogRequest, LogSeverity }));
    watch(engine);
  }
  const server = new grpc.Server({ "grpc.max_receive_message_length": -1 });
  const methods = serviceOf({ version: version(), schemaFile: join(ROOT, "schema.json"), engine });
  server.addService(ResourceProviderService, overGrpc(methods));
  server.bindAsync("127.0.0.1:0", grpc.ServerCredentials.createInsecure(), (error, port) => {
    if (error !== null) throw error;
    process.stdout.write(`${port}\n`);
  });
}

if (isAsked(process.argv.slice(2))) start(plugin);
else main();
