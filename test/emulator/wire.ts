import { createServer, type IncomingHttpHeaders, request } from "node:http";
import type { AddressInfo } from "node:net";

/** A request as it went over the wire. */
export interface WireRequest {
  readonly method: string;
  readonly url: string;
  readonly rawHeaders: readonly string[];
  readonly rawBody: string;
}

/** Records the requests that a real client sends. */
export async function record<Client>(
  makeClient: (url: string) => Client,
  use: (client: Client) => Promise<unknown>,
): Promise<WireRequest[]> {
  const requests: WireRequest[] = [];
  const server = createServer((message, response) => {
    let rawBody = "";
    message.setEncoding("utf8").on("data", (chunk: string) => (rawBody += chunk));
    message.on("end", () => {
      const { method = "", url = "", rawHeaders } = message;
      requests.push({ method, url, rawHeaders, rawBody });
      response.end("{}");
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  await use(makeClient(`http://127.0.0.1:${(server.address() as AddressInfo).port}`));
  server.closeAllConnections();
  server.close();
  return requests;
}

/** An answer as it came over the wire. */
export interface WireAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  readonly code: string | undefined;
}

/** Sends a recorded request again, to the letter. Fails where the connection breaks. */
export function replay(
  url: string,
  { method, url: path, rawHeaders, rawBody }: WireRequest,
): Promise<WireAnswer> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const outgoing = request(
      { hostname, port, method, path, headers: rawHeaders, agent: false },
      (answer) => {
        let body = "";
        answer.setEncoding("utf8").on("data", (chunk: string) => (body += chunk));
        answer.on("error", reject);
        answer.on("end", () => {
          const code = /"Code":"([^"]*)"/.exec(body)?.[1];
          resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body, code });
        });
      },
    );
    outgoing.on("error", reject);
    outgoing.end(rawBody);
  });
}
