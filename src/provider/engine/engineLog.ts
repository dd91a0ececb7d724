import { createRequire } from "node:module";
import { isProviderProcess } from "./watchdog";

/** How a line is shown: progress vanishes when the resource is done, a note and a warning stay. */
export type LineKind = "progress" | "note" | "warning";

/** Shows a line on the row of the resource with this URN. */
export type Send = (urn: string, text: string, kind: LineKind) => void;

/**
 * Shows a line on a resource's own row, through the engine's Log call. The SDK keeps that call to itself, so
 * where it cannot be reached the line goes to the console, which the engine shows under the stack.
 */
export function showOnRow(urn: string | undefined, text: string, kind: LineKind): void {
  sender ??= connect();
  if (urn === undefined || sender === undefined) {
    if (isProviderProcess()) console.log(text);
    return;
  }
  sender(urn, text, kind);
}

let sender: Send | undefined;

/** Has lines shown by somebody who can reach the engine. */
export function sendBy(send: Send): void {
  sender = send;
}

interface LogRequest {
  setSeverity(severity: number): unknown;
  setUrn(urn: string): unknown;
  setEphemeral(ephemeral: boolean): unknown;
  setMessage(message: string): unknown;
}

/** What the SDK has the engine's calls in. */
interface Modules {
  grpc: { credentials: { createInsecure(): unknown } };
  EngineClient: new (
    address: string,
    credentials: never,
  ) => { log(request: never, done: () => void): unknown };
  LogRequest: new () => LogRequest;
  LogSeverity: { INFO: number; WARNING: number };
}

function connect(): Send | undefined {
  const [, script, address] = process.argv;
  if (!isProviderProcess() || script === undefined || address === undefined) return undefined;
  try {
    const load = createRequire(script.endsWith(".js") ? script : `${script}/index.js`);
    const grpc = load("@grpc/grpc-js") as Modules["grpc"];
    const rpc = load("../../proto/engine_grpc_pb") as Pick<Modules, "EngineClient">;
    const pb = load("../../proto/engine_pb") as Pick<Modules, "LogRequest" | "LogSeverity">;
    const { EngineClient } = rpc;
    const { LogRequest, LogSeverity } = pb;
    return senderTo(address, { grpc, EngineClient, LogRequest, LogSeverity });
  } catch {
    return undefined;
  }
}

/** Shows lines by the engine at an address. */
export function senderTo(address: string, { grpc, EngineClient, LogRequest, LogSeverity }: Modules): Send {
  const client = new EngineClient(address, grpc.credentials.createInsecure() as never);
  return (urn, text, kind) => {
    const request = new LogRequest();
    request.setSeverity(kind === "warning" ? LogSeverity.WARNING : LogSeverity.INFO);
    request.setUrn(urn);
    request.setEphemeral(kind === "progress");
    request.setMessage(text);
    client.log(request as never, () => undefined);
  };
}
