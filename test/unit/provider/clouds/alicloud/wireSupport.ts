import http from "node:http";
import type { AddressInfo } from "node:net";
import type { ActionName, Params } from "../../../../../src/provider/clouds/alicloud/actions";
import { ACTIONS } from "../../../../../src/provider/clouds/alicloud/actions";
import { read } from "../../../../../src/provider/clouds/alicloud/errors";
import type { Keys } from "../../../../../src/provider/clouds/alicloud/sign";
import { sign } from "../../../../../src/provider/clouds/alicloud/sign";
import type { Fields } from "../../../../../src/provider/clouds/kit/json";
import type { Ask } from "../../../../../src/provider/clouds/kit/pipeline";
import { attempting } from "../../../../../src/provider/clouds/kit/pipeline";

/** A request as it came over the wire. */
export interface Seen {
  method: string;
  path: string;
  headers: http.IncomingHttpHeaders;
  rawNames: string[];
  query: [string, string][];
  body: string;
  form: [string, string][];
}

/** The cloud, which notes what it is asked and answers what it is told to. */
export const wire = { endpoint: "", seen: [] as Seen[], answer: { status: 200, body: "" } };

const server = http.createServer((incoming, outgoing) => {
  const chunks: Buffer[] = [];
  incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
  incoming.on("end", () => {
    const url = new URL(incoming.url ?? "", "http://x");
    const body = Buffer.concat(chunks).toString();
    wire.seen.push({
      method: incoming.method ?? "",
      path: url.pathname,
      headers: incoming.headers,
      rawNames: incoming.rawHeaders.filter((_, index) => index % 2 === 0),
      query: [...url.searchParams],
      body,
      form: [...new URLSearchParams(body)],
    });
    const { answer } = wire;
    outgoing.writeHead(answer.status, { "content-type": "application/json" }).end(answer.body);
  });
});

beforeAll(async () => {
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  wire.endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

beforeEach(() => {
  wire.seen = [];
  wire.answer = { status: 200, body: '{"RequestId":"1"}' };
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

export const keys: Keys = { accessKeyId: "LTAI5tKey", accessKeySecret: "s3cret/+=" };

/** One attempt of a call at an address, in so much time. */
export const attemptAt = (
  at: string,
  timeoutMs: number,
  ask: Ask<ActionName, Params, Keys>,
): Promise<Fields> => {
  const protocol = { cloud: "alicloud", actions: ACTIONS, endpoint: at, sign, read } as const;
  return attempting(protocol, () => timeoutMs)(ask);
};

/** One attempt of a call of that cloud. */
export async function ask(action: ActionName, params: Params = {}, with_: Keys = keys): Promise<Fields> {
  return await attemptAt(wire.endpoint, 10_000, { action, request: params, keys: with_ });
}
