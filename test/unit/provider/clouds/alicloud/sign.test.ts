import { createHash, createHmac } from "node:crypto";
import http from "node:http";
import type { AddressInfo } from "node:net";
import fc from "fast-check";
import type { ActionName, Params } from "../../../../../src/provider/clouds/alicloud/actions";
import { ACTIONS } from "../../../../../src/provider/clouds/alicloud/actions";
import { read } from "../../../../../src/provider/clouds/alicloud/errors";
import type { Keys } from "../../../../../src/provider/clouds/alicloud/sign";
import { sign } from "../../../../../src/provider/clouds/alicloud/sign";
import type { Fields } from "../../../../../src/provider/clouds/kit/json";
import type { Ask } from "../../../../../src/provider/clouds/kit/pipeline";
import { attempting } from "../../../../../src/provider/clouds/kit/pipeline";
import { PeeringError } from "../../../../../src/model/errors";

/** A request as it came over the wire. */
interface Seen {
  method: string;
  path: string;
  headers: http.IncomingHttpHeaders;
  rawNames: string[];
  query: [string, string][];
  body: string;
  form: [string, string][];
}

let server: http.Server;
let endpoint: string;
let seen: Seen[] = [];
let answer: { status: number; body: string };

beforeAll(async () => {
  server = http.createServer((incoming, outgoing) => {
    const chunks: Buffer[] = [];
    incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
    incoming.on("end", () => {
      const url = new URL(incoming.url ?? "", "http://x");
      const body = Buffer.concat(chunks).toString();
      seen.push({
        method: incoming.method ?? "",
        path: url.pathname,
        headers: incoming.headers,
        rawNames: incoming.rawHeaders.filter((_, index) => index % 2 === 0),
        query: [...url.searchParams],
        body,
        form: [...new URLSearchParams(body)],
      });
      outgoing.writeHead(answer.status, { "content-type": "application/json" }).end(answer.body);
    });
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

beforeEach(() => {
  seen = [];
  answer = { status: 200, body: '{"RequestId":"1"}' };
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const keys: Keys = { accessKeyId: "LTAI5tKey", accessKeySecret: "s3cret/+=" };

/** One attempt of a call at an address, in so much time. */
const attemptAt = (at: string, timeoutMs: number, ask: Ask<ActionName, Params, Keys>): Promise<Fields> => {
  const protocol = { cloud: "alicloud", actions: ACTIONS, endpoint: at, sign, read } as const;
  return attempting(protocol, () => timeoutMs)(ask);
};

async function ask(action: ActionName, params: Params = {}, with_: Keys = keys): Promise<Fields> {
  return await attemptAt(endpoint, 10_000, { action, request: params, keys: with_ });
}

async function asked(action: ActionName, params: Params = {}, with_: Keys = keys): Promise<Seen> {
  await ask(action, params, with_);
  const last = seen.at(-1);
  if (last === undefined) throw new Error("no request came");
  return last;
}

async function refusal(status: number, body: string, action: ActionName = "DeleteVpcPeerConnection") {
  answer = { status, body };
  const error: unknown = await ask(action).catch((failure: unknown) => failure);
  expect(error).toBeInstanceOf(PeeringError);
  return error as PeeringError;
}

/** RFC 3986: every byte but letters, digits and `-_.~`. */
const encode = (text: string): string =>
  encodeURIComponent(text).replace(
    /[!'()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );
const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

/** The signature of a request, computed from the published rules and from nothing of this package. */
function signatureOf({ method, path, query, headers, body }: Seen, secret: string): string {
  const canonicalQuery = query
    .map(([name, value]) => [encode(name), encode(value)] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map((pair) => pair.join("="))
    .join("&");
  const signed = Object.keys(headers)
    .filter((name) => name === "host" || name === "content-type" || name.startsWith("x-acs-"))
    .sort();
  const lines = signed.map((name) => `${name}:${String(headers[name]).trim()}\n`).join("");
  const request = [method, path, canonicalQuery, lines, signed.join(";"), sha256(body)].join("\n");
  const signature = createHmac("sha256", secret)
    .update(`ACS3-HMAC-SHA256\n${sha256(request)}`)
    .digest("hex");
  return `SignedHeaders=${signed.join(";")},Signature=${signature}`;
}

const nasty = fc.string({
  unit: fc.constantFrom(...Array.from("aZ09 !'()*~-_.+&=%/?#@:;,\"\\<>üé漢字🙂\n\t")),
  minLength: 1,
  maxLength: 12,
});

describe("a request", () => {
  test("is a POST to the root, with action and version in its headers, as the official clients send it", async () => {
    const request = await asked("GetVpcPeerConnectionAttribute", { InstanceId: "pcc-1" });
    expect(request).toMatchObject({ method: "POST", path: "/", query: [], form: [["InstanceId", "pcc-1"]] });
    expect(request.headers).toMatchObject({
      host: new URL(endpoint).host,
      accept: "application/json",
      "content-type": "application/x-www-form-urlencoded",
      "x-acs-action": "GetVpcPeerConnectionAttribute",
      "x-acs-version": "2022-01-01",
      "x-acs-content-sha256": sha256("InstanceId=pcc-1"),
    });
    expect(request.headers["x-acs-date"]).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
  });

  test("to the identity service names that service's version", async () => {
    expect((await asked("GetCallerIdentity")).headers["x-acs-version"]).toBe("2015-04-01");
  });

  test("has each parameter where the official clients have it", async () => {
    const request = await asked("CreateVpcPeerConnection", {
      RegionId: "cn-hangzhou",
      VpcId: "vpc-a",
      Bandwidth: 200,
      LinkType: "Gold",
      Tag: [
        { Key: "a", Value: "1" },
        { Key: "b", Value: "" },
      ],
      ClientToken: "t",
    });
    expect(Object.fromEntries(request.query)).toEqual({
      LinkType: "Gold",
      "Tag.1.Key": "a",
      "Tag.1.Value": "1",
      "Tag.2.Key": "b",
      "Tag.2.Value": "",
    });
    expect(Object.fromEntries(request.form)).toEqual({
      RegionId: "cn-hangzhou",
      VpcId: "vpc-a",
      Bandwidth: "200",
      ClientToken: "t",
    });
  });

  test("counts lists from one, and writes true as true", async () => {
    const lists = await asked("UnTagResources", { ResourceId: ["pcc-1"], TagKey: ["x", "y"], All: true });
    expect(Object.fromEntries(lists.query)).toEqual({
      "ResourceId.1": "pcc-1",
      "TagKey.1": "x",
      "TagKey.2": "y",
      All: "true",
    });
    const flags = await asked("DeleteVpcPeerConnection", { InstanceId: "pcc-1", Force: true });
    expect(Object.fromEntries(flags.form)).toEqual({ InstanceId: "pcc-1", Force: "true" });
  });

  test("leaves out what is undefined, and sends what is empty", async () => {
    const request = await asked("ModifyVpcPeerConnection", {
      InstanceId: "pcc-1",
      Name: undefined,
      LinkType: undefined,
      Description: "",
    });
    expect(request.query).toEqual([]);
    expect(Object.fromEntries(request.form)).toEqual({ InstanceId: "pcc-1", Description: "" });
  });

  test("is signed anew each time: no two have the same nonce", async () => {
    const both = [await asked("GetCallerIdentity"), await asked("GetCallerIdentity")];
    const nonces = both.map(({ headers }) => headers["x-acs-signature-nonce"]);
    expect(new Set(nonces).size).toBe(2);
  });

  test("with temporary keys says so, and signs it", async () => {
    const request = await asked("GetCallerIdentity", {}, { ...keys, securityToken: "CAISxx/+=" });
    expect(request.headers).toMatchObject({
      "x-acs-accesskey-id": keys.accessKeyId,
      "x-acs-security-token": "CAISxx/+=",
    });
    expect(request.headers.authorization).toContain("x-acs-security-token");
    expect(request.headers.authorization).toContain(signatureOf(request, keys.accessKeySecret));
  });

  test("without temporary keys has no header of theirs", async () => {
    const { rawNames } = await asked("GetCallerIdentity");
    expect(rawNames.filter((name) => /token|accesskey/i.test(name))).toEqual([]);
  });

  test("never carries the secret itself", async () => {
    const { headers, body, query } = await asked("CreateVpcPeerConnection", { Name: "x", LinkType: "Gold" });
    expect(JSON.stringify([headers, body, query])).not.toContain(keys.accessKeySecret);
  });

  test("gets every letter across and bears the right signature, whatever is asked", async () => {
    const params = fc.record(
      { Name: nasty, Description: nasty, LinkType: nasty, VpcId: nasty },
      { requiredKeys: [], noNullPrototype: true },
    );
    const tagList = fc.array(fc.record({ Key: nasty, Value: nasty }, { noNullPrototype: true }), {
      maxLength: 3,
    });
    await fc.assert(
      fc.asyncProperty(params, tagList, nasty, async (given, Tag, accessKeySecret) => {
        const request = await asked(
          "CreateVpcPeerConnection",
          { ...given, Tag },
          { ...keys, accessKeySecret },
        );
        const flat = Tag.flatMap(({ Key, Value }, index) => [
          [`Tag.${index + 1}.Key`, Key],
          [`Tag.${index + 1}.Value`, Value],
        ]);
        const all = Object.fromEntries([...request.query, ...request.form]);
        expect(all).toEqual({ ...given, ...Object.fromEntries(flat) });
        expect(request.headers.authorization).toBe(
          `ACS3-HMAC-SHA256 Credential=${keys.accessKeyId},${signatureOf(request, accessKeySecret)}`,
        );
      }),
      { numRuns: 150 },
    );
  });
});

describe("an answer", () => {
  test("comes with all its fields", async () => {
    answer = { status: 200, body: '{"RequestId":"1","Vpc":{"VpcId":"vpc-a"},"Tags":[],"GmtExpired":null}' };
    expect(await ask("GetVpcPeerConnectionAttribute")).toEqual({
      RequestId: "1",
      Vpc: { VpcId: "vpc-a" },
      Tags: [],
      GmtExpired: null,
    });
  });

  test("keeps every digit of an account, however many it has", async () => {
    answer = { status: 200, body: '{"OwnerId":253460731706911258,"AcceptingOwnerUid":1000000000000002}' };
    const { OwnerId, AcceptingOwnerUid } = await ask("GetVpcPeerConnectionAttribute");
    expect([OwnerId, AcceptingOwnerUid].map(String)).toEqual(["253460731706911258", "1000000000000002"]);
  });

  test("keeps every digit of any number of up to 20 digits", async () => {
    await fc.assert(
      fc.asyncProperty(fc.bigInt({ min: 0n, max: 10n ** 20n }), async (number) => {
        answer = { status: 200, body: `{"OwnerId":${number},"List":[{"Uid":${number}}]}` };
        const read = (await ask("ListVpcPeerConnections")) as { OwnerId: unknown; List: { Uid: unknown }[] };
        expect([read.OwnerId, read.List[0]?.Uid].map(String)).toEqual([`${number}`, `${number}`]);
      }),
      { numRuns: 50 },
    );
  });

  test("reads other numbers as numbers", async () => {
    answer = { status: 200, body: '{"Bandwidth":200,"Unlimited":-1,"Share":0.5}' };
    expect(await ask("GetVpcPeerConnectionAttribute")).toEqual({ Bandwidth: 200, Unlimited: -1, Share: 0.5 });
  });

  test("with an error has its code, its words and its request", async () => {
    const { facts, sentence } = await refusal(
      400,
      '{"RequestId":"473469C7","HostId":"h","Code":"Conflict.Operation","Message":"There are other operations"}',
    );
    expect(sentence).toBe("There are other operations.");
    expect(facts).toMatchObject({
      kind: "busy",
      action: "DeleteVpcPeerConnection",
      code: "Conflict.Operation",
      requestId: "473469C7",
      executed: "yes",
      cloud: "alicloud",
    });
  });

  test("with an error needs no more than a code", async () => {
    const { facts, message } = await refusal(400, '{"Code":"ResourceNotFound.InstanceId"}');
    expect(facts.kind).toBe("gone");
    expect(message).toContain("ResourceNotFound.InstanceId");
  });

  test.each([
    [500, "InternalError", "unknown"],
    [503, "ServiceUnavailable", "unknown"],
    [400, "Throttling.User", "no"],
    [503, "Throttling.User", "no"],
    [400, "IllegalParam.VpcId", "yes"],
  ])("of HTTP %d with %s was executed: %s", async (status, code, executed) => {
    expect((await refusal(status, JSON.stringify({ Code: code }))).facts.executed).toBe(executed);
  });

  test.each([
    ["a page of a gateway", 502, "<html>Bad Gateway</html>"],
    ["a page with good news", 200, "<html>Welcome to the airport's Wi-Fi</html>"],
    ["nothing", 500, ""],
    ["nothing, with good news", 200, ""],
    ["half an answer", 200, '{"InstanceId":"pcc-'],
    ["a list", 200, "[]"],
    ["a word", 200, '"ok"'],
    ["a number", 200, "5"],
    ["null", 200, "null"],
    ["an error without a code", 400, '{"RequestId":"1"}'],
    ["an error whose code is no word", 400, '{"Code":17}'],
    ["an answer in XML", 400, "<Error><Code>X</Code></Error>"],
    ["another page", 302, "<a href='/login'>"],
  ])("that is %s makes no sense: it is passing, and nobody knows what was done", async (_, status, body) => {
    const { facts, message } = await refusal(status, body);
    expect(facts).toMatchObject({
      kind: "transient",
      executed: "unknown",
      action: "DeleteVpcPeerConnection",
    });
    expect(message).toContain(`HTTP ${status}`);
  });
});

describe("no answer", () => {
  test("for its own reason tells the host, and what is known of the effect", async () => {
    const nowhere = async (timeoutMs: number, at: string): Promise<PeeringError> =>
      (await attemptAt(at, timeoutMs, { action: "DeleteVpcPeerConnection", request: {}, keys }).catch(
        (error: unknown) => error,
      )) as PeeringError;
    const silent = http.createServer(() => undefined);
    await new Promise<void>((ready) => silent.listen(0, "127.0.0.1", ready));
    const url = `http://127.0.0.1:${(silent.address() as AddressInfo).port}`;
    const late = await nowhere(100, url);
    expect(late.facts).toMatchObject({ kind: "transient", executed: "unknown" });
    silent.closeAllConnections();
    await new Promise((done) => silent.close(done));
    const refused = await nowhere(5_000, url);
    expect(refused.facts).toMatchObject({ kind: "transient", executed: "no" });
    for (const error of [late, refused]) {
      expect(error.message).toContain(new URL(url).host);
      expect(error.message).toMatch(/endpoint/);
    }
  });
});
