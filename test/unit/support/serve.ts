import http from "node:http";
import type { AddressInfo } from "node:net";

const opened: http.Server[] = [];

afterEach(() => {
  for (const server of opened.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

/** A cloud on this machine, until the test ends, that answers whatever it is asked with this; answers its address. */
export async function serve(body: string, delayMs = 0): Promise<string> {
  const server = http.createServer((incoming, outgoing) => {
    incoming.resume().on("end", () => setTimeout(() => outgoing.end(body), delayMs));
  });
  opened.push(server);
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
