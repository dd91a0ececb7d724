import { type Bench as BenchOf, benchOf } from "../bench";
import { authorization, canonicalQuery, sdkDate } from "../../../src/provider/clouds/huaweicloud/sign";

/** The built-in projects, and one that is a party to nothing. */
export const projectA = "aaaa0000000000000000000000000001";
export const projectB = "bbbb0000000000000000000000000002";
export const projectC = "cccc0000000000000000000000000003";

/** Built-in VPCs: three of project A (one in another region), one of project B. */
export const hub = "a0000000-0000-4000-8000-000000000001";
export const app = "a0000000-0000-4000-8000-000000000002";
export const elsewhere = "a0000000-0000-4000-8000-000000000003";
export const partner = "b0000000-0000-4000-8000-000000000001";

/** What a call came to. */
export interface Result {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** What can be set otherwise than a well-behaved client has it. */
export interface Deviation {
  readonly headers?: Readonly<Record<string, string>>;
  /** Headers that are sent but not signed. */
  readonly unsigned?: Readonly<Record<string, string>>;
  readonly at?: Date;
  readonly body?: string;
  /** What is signed in place of the body that is sent. */
  readonly signedBody?: string;
}

/** A client: method, path and what goes with it; the answer, errors included. */
export interface Client {
  (method: string, path: string, query?: Readonly<Record<string, string>>, body?: unknown): Promise<Result>;
  /** The same client with something set otherwise. */
  readonly but: (deviation: Deviation) => Client;
}

/** A client that signs with an access key. */
export function client(url: string, accessKey: string, secretKey: string): Client {
  const deviating = (deviation: Deviation): Client => {
    const call = async (
      method: string,
      path: string,
      query: Readonly<Record<string, string>> = {},
      json?: unknown,
    ): Promise<Result> => {
      const { unsigned = {}, at = new Date() } = deviation;
      const body = deviation.body ?? (json === undefined ? "" : JSON.stringify(json));
      const headers = {
        host: new URL(url).host,
        "content-type": "application/json",
        "x-sdk-date": sdkDate(at),
        ...deviation.headers,
      };
      const request = { method, path, query, headers, body: deviation.signedBody ?? body };
      const search = canonicalQuery(query);
      const sent = await fetch(`${url}${path}${search === "" ? "" : `?${search}`}`, {
        method,
        headers: { ...headers, ...unsigned, authorization: authorization(request, { accessKey, secretKey }) },
        ...(body === "" ? {} : { body }),
      });
      return await resultOf(sent);
    };
    return Object.assign(call, { but: deviating });
  };
  return deviating({});
}

/** Reads an answer to its end. */
export async function resultOf(sent: Response): Promise<Result> {
  const text = await sent.text();
  const isJson = text.startsWith("{");
  const body = isJson ? (JSON.parse(text) as Record<string, unknown>) : {};
  return { status: sent.status, headers: sent.headers, text, body };
}

/** The built-in projects with their keys, and the third, of the first one's account. */
const projects = [
  { projectId: projectA, domainId: "d1", accessKey: "HWFAKEAKA", secretKey: "fakesecretA" },
  { projectId: projectB, domainId: "d2", accessKey: "HWFAKEAKB", secretKey: "fakesecretB" },
  { projectId: projectC, domainId: "d1", accessKey: "HWFAKEAKC", secretKey: "fakesecretC" },
];

/** An emulator with clients of the three accounts. */
export type Bench = BenchOf<Client>;

/** Starts an emulator for one test. */
export const openBench = benchOf({
  world: ({ huaweicloud }) => ({ huaweicloud: { projects, ...huaweicloud } }),
  clients: (url) => ({
    a: client(url, "HWFAKEAKA", "fakesecretA"),
    b: client(url, "HWFAKEAKB", "fakesecretB"),
    c: client(url, "HWFAKEAKC", "fakesecretC"),
  }),
});

/** Where connections are made and listed. */
export const PEERINGS = "/v2.0/vpc/peerings";

/** The body of a create from project A. */
export function ask(vpcId: string, projectId?: string, more: object = {}): object {
  const accept_vpc_info = { vpc_id: vpcId, ...(projectId === undefined ? {} : { tenant_id: projectId }) };
  return { peering: { name: "one", request_vpc_info: { vpc_id: hub }, accept_vpc_info, ...more } };
}

/** Creates a connection from project A and returns its id. */
export async function create(bench: Bench, vpcId = app, projectId?: string): Promise<string> {
  const { status, body, text } = await bench.a("POST", PEERINGS, {}, ask(vpcId, projectId));
  if (status !== 201) throw new Error(text);
  return (body["peering"] as { id: string }).id;
}

/** The type or code of an error, whatever its shape. */
export function codeOf({ body }: Result): unknown {
  const { NeutronError, error_code, code, error } = body as {
    NeutronError?: { type: string };
    error_code?: string;
    code?: string;
    error?: { title: string };
  };
  return NeutronError?.type ?? error_code ?? code ?? error?.title;
}
