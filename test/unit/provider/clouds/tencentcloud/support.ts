import http from "node:http";
import type { AddressInfo } from "node:net";

/** A request as it came over the wire. */
export interface Seen {
  path: string;
  headers: http.IncomingHttpHeaders;
  body: string;
}

/** A server that answers what it is told to. */
export interface Stub {
  url: string;
  seen: Seen[];
  /** What comes next; the last one is repeated. */
  answers: { status?: number; body: string }[];
  close(): void;
}

/** Starts one on loopback. */
export async function startStub(): Promise<Stub> {
  const stub: Stub = { url: "", seen: [], answers: [], close: () => undefined };
  const server = http.createServer((incoming, outgoing) => {
    let body = "";
    incoming.setEncoding("utf8").on("data", (chunk: string) => (body += chunk));
    incoming.on("end", () => {
      stub.seen.push({ path: incoming.url ?? "", headers: incoming.headers, body });
      const { status = 200, body: text } = (stub.answers.length > 1
        ? stub.answers.shift()
        : stub.answers[0]) ?? {
        status: 404,
        body: "",
      };
      outgoing.writeHead(status).end(text);
    });
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  stub.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  stub.close = () => {
    server.closeAllConnections();
    server.close();
  };
  return stub;
}

/** An answer of the cloud. */
export function answer(fields: object): { body: string } {
  return { body: JSON.stringify({ Response: { ...fields, RequestId: "r-1" } }) };
}

/** A refusal of the cloud, which comes with HTTP 200. */
export function refusal(Code: string): { body: string } {
  return answer({ Error: { Code, Message: `It is ${Code}` } });
}
