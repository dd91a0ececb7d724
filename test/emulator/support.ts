import { type IncomingHttpHeaders, createServer, request } from "node:http";
import type { AddressInfo } from "node:net";
import {
  type Emulator,
  type PeeringRow,
  type RequestRow,
  startEmulator,
  type WorldInput,
} from "../../emulator";
import { type AlicloudClient, keyA, keyB, type Result, v3Client } from "./alicloud/clients";

const opened: { close(): Promise<void> }[] = [];

afterEach(async () => {
  await Promise.all(opened.splice(0).map((one) => one.close()));
});

/** A third account, which is a party to nothing. */
export const keyC = { accessKeyId: "LTAIfakeC", accessKeySecret: "fakesecretC" };
export const accountC = "253460731706911258";

/** The two built-in accounts and the third. */
export const threeAccounts = [
  { accountId: "1000000000000001", ...keyA },
  { accountId: "1000000000000002", ...keyB },
  { accountId: accountC, ...keyC },
];

/** An emulator with what tests do to it. It ends with the test. */
export interface Bench {
  readonly url: string;
  readonly world: Emulator["world"];
  /** Clients of the accounts A, B and C. */
  readonly a: AlicloudClient;
  readonly b: AlicloudClient;
  readonly c: AlicloudClient;
  readonly admin: (
    method: string,
    path: string,
    body?: unknown,
  ) => Promise<{ status: number; body: unknown }>;
  readonly advance: (ms: number) => Promise<void>;
  readonly peerings: () => Promise<PeeringRow[]>;
  readonly requests: () => Promise<RequestRow[]>;
  readonly close: () => Promise<void>;
}

/** Starts an emulator for one test. Timings are long, so that states hold until the clock is moved. */
export async function openBench(world: WorldInput = {}, now?: string): Promise<Bench> {
  const slow = { activateMs: 10_000, acceptMs: 10_000, updateMs: 10_000, deleteMs: 10_000 };
  const timings = { ...slow, ...world.timings };
  const alicloud = { accounts: threeAccounts, ...world.alicloud };
  const emulator = await startEmulator({ world: { ...world, timings, alicloud }, now });
  opened.push(emulator);
  const admin: Bench["admin"] = async (method, path, body) => {
    const answer = await fetch(`${emulator.url}/_emulator${path}`, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { status: answer.status, body: await answer.json() };
  };
  return {
    url: emulator.url,
    world: emulator.world,
    a: v3Client(emulator.url, keyA),
    b: v3Client(emulator.url, keyB),
    c: v3Client(emulator.url, keyC),
    admin,
    advance: async (advanceMs) => {
      await admin("POST", "/clock", { advanceMs });
    },
    peerings: async () => (await admin("GET", "/peerings")).body as PeeringRow[],
    requests: async () => (await admin("GET", "/requests")).body as RequestRow[],
    close: () => emulator.close(),
  };
}

/** A create between two VPCs of account A in one region. */
export const sameAccount = {
  RegionId: "cn-hangzhou",
  VpcId: "vpc-bp1hub01",
  AcceptingAliUid: "1000000000000001",
  AcceptingRegionId: "cn-hangzhou",
  AcceptingVpcId: "vpc-bp1app01",
};

/** A create from account A to account B in one region. */
export const crossAccount = {
  ...sameAccount,
  AcceptingAliUid: "1000000000000002",
  AcceptingVpcId: "vpc-bp1partner01",
};

/** A create between two regions of account A. */
export const crossRegion = {
  ...sameAccount,
  AcceptingRegionId: "cn-beijing",
  AcceptingVpcId: "vpc-2zedata01",
};

/** Creates a connection and returns its id. */
export async function create(client: AlicloudClient, params: Record<string, unknown>): Promise<string> {
  const { body, code } = await client("CreateVpcPeerConnection", params);
  expect(code).toBeUndefined();
  return String(body["InstanceId"]);
}

/** Creates a connection and waits until nothing happens to it by itself. */
export async function createSettled(bench: Bench, params: Record<string, unknown>): Promise<string> {
  const id = await create(bench.a, params);
  await bench.advance(10_000);
  return id;
}

/** The status that an account reads, or the code of its refusal. */
export async function statusOf(client: AlicloudClient, InstanceId: string): Promise<unknown> {
  const { body, code } = await client("GetVpcPeerConnectionAttribute", { InstanceId });
  return code ?? body["Status"];
}

/** The code of a result, or "ok". */
export function codeOf({ code }: Result): string {
  return code ?? "ok";
}

/** A request as it went over the wire. */
export interface WireRequest {
  readonly method: string;
  readonly url: string;
  readonly rawHeaders: readonly string[];
  readonly rawBody: string;
}

/** Records the requests that a real client sends. */
export async function record(
  makeClient: (url: string) => AlicloudClient,
  use: (client: AlicloudClient) => Promise<unknown>,
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
