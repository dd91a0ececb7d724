import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { answerAdmin, isAdmin } from "./admin/admin";
import { inputsFor } from "./world/inputs";
import type { Clouds, WorldOf } from "./world/world";
import { type Emulation, startEmulation, touched } from "./world/emulation";
import { type Answer, maxHeaderBytes, type RawRequest, readRequest, send } from "./core/http/http";
import type { Call } from "./core/http/call";
import type { OpenCloud } from "./core/openCloud";
import { perform } from "./core/faults/perform";
import type { RequestRow } from "./core/requestLog";
import { UserError } from "./core/userError";

/** How a server is started. */
export interface ServerOptions {
  readonly clouds: Clouds;
  readonly world: WorldOf<Clouds>;
  readonly port: number;
  readonly now: number | undefined;
  /** Told of every request to a cloud once it is over. */
  readonly onDone?: ((row: RequestRow) => void) | undefined;
}

/** A running server. */
export interface RunningServer {
  readonly port: number;
  close(): Promise<void>;
}

const loopback = "127.0.0.1";

/** Starts listening on loopback. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const inputs = inputsFor(options.clouds);
  const fresh = () => startEmulation(options.clouds, options.world, options.now);
  let emulation = fresh();
  const reset = () => {
    emulation.faults.remove(undefined, "drop");
    emulation = fresh();
  };

  const serve = async (message: IncomingMessage, response: ServerResponse) => {
    const request = await readRequest(message);
    if (isAdmin(request)) send(response, answerAdmin({ emulation, inputs, reset }, request));
    else await serveCloud(emulation, request, response, options.onDone);
  };
  const server = createServer({ maxHeaderSize: maxHeaderBytes }, (message, response) => {
    serve(message, response).catch((error: unknown) => {
      // Nobody is left to tell when the client is gone, or the answer has begun.
      if (message.destroyed || response.headersSent) response.destroy();
      else send(response, plainError(500, "EmulatorBug", String(error)));
    });
  });
  // Longer than clients keep their idle connections, so that none writes into one that is just being closed.
  server.keepAliveTimeout = 120_000;
  await listen(server, options.port);

  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        emulation.faults.remove(undefined, "drop");
        server.closeAllConnections();
      }),
  };
}

async function serveCloud(
  emulation: Emulation,
  request: RawRequest,
  response: ServerResponse,
  onDone: ServerOptions["onDone"],
): Promise<void> {
  const open = emulation.clouds.find(({ cloud }) => cloud.recognises(request));
  if (!open) {
    send(response, notACall(request));
    return;
  }
  const { name } = open.cloud;
  const call = callOf(open, request);
  const hit = emulation.faults.hit({ ...call, ...touched(emulation, open.cloud, call), cloud: name });
  const row = emulation.log.open(name, call, hit?.id ?? null);
  const outcome = await perform(call, hit);
  if (outcome.kind === "drop") {
    response.destroy();
  } else {
    row.httpStatus = outcome.answer.status;
    row.code = outcome.answer.code;
    send(response, outcome.answer, outcome.cutAt);
  }
  onDone?.(row);
}

/** The call that a request is. What its room cannot deal with is told in the cloud's own envelope, too. */
function callOf({ cloud, room }: OpenCloud, request: RawRequest): Call {
  const call = room.read(request);
  return {
    ...call,
    answer: () => {
      if (request.isTooLarge) return call.failure(cloud.problems.tooLarge);
      try {
        return call.answer();
      } catch (error) {
        return call.failure({ ...cloud.problems.bug, message: `A bug of the emulator: ${String(error)}` });
      }
    },
  };
}

function notACall(request: RawRequest): Answer {
  const what = `${request.method} ${request.path}`;
  return plainError(
    404,
    "NotACloudCall",
    `${what} is no call of any cloud this emulator knows: it carries none of their headers, parameters or paths. The admin API is under /_emulator.`,
  );
}

function plainError(status: number, code: string, message: string): Answer {
  const body = JSON.stringify({ error: { code, message } });
  return { status, headers: { "content-type": "application/json" }, body, code };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      reject(new UserError(listenProblem(error, port)));
    });
    server.listen(port, loopback, () => {
      resolve();
    });
  });
}

function listenProblem(error: NodeJS.ErrnoException, port: number): string {
  const advice: Readonly<Record<string, string>> = {
    EADDRINUSE: "is taken: stop what listens there, or choose another port (0 picks a free one)",
    EACCES: "is not for this user: choose one above 1023 (0 picks a free one)",
  };
  return `Port ${port} on ${loopback} ${advice[error.code ?? ""] ?? `cannot be opened: ${error.message}`}.`;
}
