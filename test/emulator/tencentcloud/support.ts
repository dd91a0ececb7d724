import { Agent } from "node:http";
import type { LookupFunction } from "node:net";
import { CommonClient } from "tencentcloud-sdk-nodejs-common";
import { benchOf, slow } from "../bench";

/** A key as clients take it. */
export interface TestKey {
  readonly secretId: string;
  readonly secretKey: string;
  readonly token?: string;
}

/** The built-in keys of the two accounts, and a third account's, which is a party to nothing. */
export const keyA: TestKey = { secretId: "AKIDfakeA", secretKey: "fakesecretA" };
export const keyB: TestKey = { secretId: "AKIDfakeB", secretKey: "fakesecretB" };
export const keyC: TestKey = { secretId: "AKIDfakeC", secretKey: "fakesecretC" };

export const accountA = "100000000001";
export const accountB = "100000000002";

/** The two built-in accounts and the third. */
const threeAccounts = [
  { uin: accountA, appId: 1250000001, ...keyA },
  { uin: accountB, appId: 1250000002, ...keyB },
  { uin: "100000000003", appId: 1250000003, ...keyC },
];

/** What a call came to. */
export interface Result {
  readonly code: string | undefined;
  readonly message: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** A client: an action and its parameters in, the result out, errors of the API included. */
export type Client = (action: string, params?: Record<string, unknown>, region?: string) => Promise<Result>;

/** How the official client signs and sends. */
export interface Manner {
  readonly reqMethod?: "GET" | "POST";
  readonly signMethod?: "TC3-HMAC-SHA256" | "HmacSHA1" | "HmacSHA256";
  /** The name it calls the emulator by; default 127.0.0.1. */
  readonly host?: string;
}

/** The versions of APIs other than vpc. */
const versions: Readonly<Record<string, string>> = {
  AssumeRole: "2018-08-13",
  GetCallerIdentity: "2018-08-13",
  GetUserAppId: "2019-01-16",
};

/** The official client. */
export function officialClient(url: string, key: TestKey, manner: Manner = {}): Client {
  const { reqMethod = "POST", signMethod = "TC3-HMAC-SHA256", host = "127.0.0.1" } = manner;
  const endpoint = `${host}:${new URL(url).port}`;
  // With an agent of its own, the client heeds no proxy of the environment.
  const agent = new Agent({ lookup: toLoopback });
  return async (action, params = {}, region = "ap-guangzhou") => {
    const version = versions[action] ?? "2017-03-12";
    const client = new CommonClient(endpoint, version, {
      credential: key,
      region,
      profile: {
        signMethod,
        language: "en-US",
        httpProfile: { endpoint, protocol: "http://", reqMethod, agent },
      },
    });
    try {
      return { code: undefined, message: "", body: (await client.request(action, params)) as Result["body"] };
    } catch (error) {
      const { code, message } = error as { code?: string; message: string };
      if (code === undefined) throw error;
      return { code, message, body: {} };
    }
  };
}

const toLoopback: LookupFunction = (_host, { all }, done) => {
  if (all === true) done(null, [{ address: "127.0.0.1", family: 4 }]);
  else done(null, "127.0.0.1", 4);
};

/** Starts an emulator for one test. */
export const openBench = benchOf({
  world: ({ timings, tencentcloud }) => ({
    timings: { ...slow, ...timings },
    tencentcloud: { accounts: threeAccounts, ...tencentcloud },
  }),
  clients: (url) => ({
    a: officialClient(url, keyA),
    b: officialClient(url, keyB),
    c: officialClient(url, keyC),
  }),
});

/** A create between two VPCs of account A in one region. */
export const sameAccount = {
  SourceVpcId: "vpc-hub00001",
  PeeringConnectionName: "hub-app",
  DestinationVpcId: "vpc-app00001",
  DestinationUin: accountA,
  DestinationRegion: "ap-guangzhou",
};

/** A create from account A to account B in one region. */
export const crossAccount = {
  ...sameAccount,
  PeeringConnectionName: "hub-partner",
  DestinationVpcId: "vpc-par00001",
  DestinationUin: accountB,
};

/** A create between two regions of account A. */
export const crossRegion = {
  ...sameAccount,
  PeeringConnectionName: "hub-data",
  DestinationVpcId: "vpc-dat00001",
  DestinationRegion: "ap-shanghai",
  Bandwidth: 10,
};

/** Creates a connection and returns its id. */
export async function create(client: Client, params: Record<string, unknown>): Promise<string> {
  const { body, code } = await client("CreateVpcPeeringConnection", params);
  expect(code).toBeUndefined();
  return String(body["PeeringConnectionId"]);
}

/** The connections that a call lists, or the code of its refusal. */
export async function list(
  client: Client,
  params: Record<string, unknown> = {},
  region?: string,
): Promise<Record<string, unknown>[] | string> {
  const { body, code } = await client("DescribeVpcPeeringConnections", params, region);
  return code ?? (body["PeerConnectionSet"] as Record<string, unknown>[]);
}

/** The state that an account reads. */
export async function stateOf(client: Client, id: string, region?: string): Promise<unknown> {
  const rows = await list(client, { PeeringConnectionIds: [id] }, region);
  return typeof rows === "string" ? rows : rows[0]?.["State"];
}

/** The code of a call that is refused, or "ok". */
export async function codeOf(call: Promise<Result>): Promise<string> {
  return (await call).code ?? "ok";
}
