import http from "node:http";
import type { AddressInfo, Socket } from "node:net";
import net from "node:net";

const opened: { close: () => void }[] = [];

/** Closes all servers at once, as the end of a test does. */
export function closeServers(): void {
  for (const { close } of opened.splice(0)) close();
}

afterEach(closeServers);

/** A cloud on this machine, until the test ends, that answers whatever it is asked with this; answers its address. */
export async function serve(body: string, delayMs = 0): Promise<string> {
  const { origin } = await serveHttp((incoming, outgoing) => {
    incoming.resume().on("end", () => setTimeout(() => outgoing.end(body), delayMs));
  });
  return origin;
}

/** A server that speaks HTTP; answers its address. */
export async function serveHttp(handle: http.RequestListener): Promise<URL> {
  const server = http.createServer(handle);
  opened.push({
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  });
  return await addressOf(server);
}

/** A server that does with each connection what it is told; answers its address. */
export async function serveRaw(handle: (socket: Socket) => void): Promise<URL> {
  const sockets: Socket[] = [];
  const server = net.createServer((socket) => {
    sockets.push(socket);
    socket.on("error", () => undefined);
    handle(socket);
  });
  opened.push({
    close: () => {
      server.close();
      sockets.forEach((socket) => socket.destroy());
    },
  });
  return await addressOf(server);
}

async function addressOf(server: net.Server): Promise<URL> {
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  return new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
}
