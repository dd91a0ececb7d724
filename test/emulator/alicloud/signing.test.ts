import fc from "fast-check";
import { canonicalQuery, percentEncode } from "../../../emulator/core/http/percentEncode";
import { accountA, keyA, type TestKey, v1Client, v3Client } from "./clients";
import { accountC, crossAccount, keyC, openBench } from "./support";
import { record, replay, type WireRequest } from "../wire";

const schemes = [
  ["version 3 by POST", (url: string, key: TestKey) => v3Client(url, key)],
  ["version 3 by GET", (url: string, key: TestKey) => v3Client(url, key, "GET")],
  ["version 1 by POST", (url: string, key: TestKey) => v1Client(url, key)],
  ["version 1 by GET", (url: string, key: TestKey) => v1Client(url, key, "GET")],
] as const;

describe.each(schemes)("a real client, %s", (_, makeClient) => {
  test("is known by its key", async () => {
    const { url } = await openBench();
    expect((await makeClient(url, keyA)("GetCallerIdentity")).body).toMatchObject({ AccountId: accountA });
    expect((await makeClient(url, keyC)("GetCallerIdentity")).body).toMatchObject({ AccountId: accountC });
  });

  test("gets every character across", async () => {
    const { url, a } = await openBench();
    const description = "Zeichen: ü 漢字 🙂 *~!'()+ &=%/?#";
    const tags = [
      { Key: "a b+c", Value: "d=&e" },
      { Key: "leer", Value: "" },
    ];
    const made = await makeClient(url, keyA)("CreateVpcPeerConnection", {
      ...crossAccount,
      Description: description,
      Tag: tags,
    });
    const read = await a("GetVpcPeerConnectionAttribute", { InstanceId: made.body["InstanceId"] });
    expect(read.body).toMatchObject({ Description: description, Tags: tags });
  });

  test("is refused with the wrong secret, an unknown key, a disabled key", async () => {
    const [first, ...others] = [keyA, keyC].map((key, index) => ({ ...key, accountId: `${index + 1}` }));
    if (!first) throw new Error("no key");
    const { url } = await openBench({ alicloud: { accounts: [{ ...first, keyActive: false }, ...others] } });
    const refusal = async (key: TestKey) => {
      const { status, code } = await makeClient(url, key)("GetCallerIdentity");
      return `${status} ${code}`;
    };
    expect(await refusal({ ...keyC, accessKeySecret: "other" })).toBe("400 SignatureDoesNotMatch");
    expect(await refusal({ ...keyC, accessKeyId: "LTAInobody" })).toBe("404 InvalidAccessKeyId.NotFound");
    expect(await refusal(keyA)).toBe("400 InvalidAccessKeyId.Inactive");
  });

  test("is refused with a clock more than fifteen minutes off", async () => {
    const off = (ms: number) => new Date(Date.now() + ms).toISOString();
    for (const [now, code] of [
      [off(14 * 60_000), undefined],
      [off(-14 * 60_000), undefined],
      [off(16 * 60_000), "InvalidTimeStamp.Expired"],
      [off(-16 * 60_000), "InvalidTimeStamp.Expired"],
    ] as const) {
      const { url } = await openBench({}, now);
      expect((await makeClient(url, keyA)("GetCallerIdentity")).code).toBe(code);
    }
  });

  test("is still let in after a test moved the clock by weeks", async () => {
    const { url, advance } = await openBench();
    await advance(30 * 24 * 3_600_000);
    expect((await makeClient(url, keyA)("GetCallerIdentity")).status).toBe(200);
  });

  test("assumes a role, and its temporary key works until it expires", async () => {
    const { url, advance } = await openBench();
    const assumed = await makeClient(url, keyA)("AssumeRole", {
      RoleArn: `acs:ram::${accountC}:role/peering`,
      RoleSessionName: "test",
      DurationSeconds: 900,
    });
    const issued = assumed.body["Credentials"] as Record<string, string>;
    const key = {
      accessKeyId: issued["AccessKeyId"] ?? "",
      accessKeySecret: issued["AccessKeySecret"] ?? "",
    };
    const token = issued["SecurityToken"] ?? "";
    const call = (securityToken?: string) =>
      makeClient(url, securityToken === undefined ? key : { ...key, securityToken })("GetCallerIdentity");

    expect((await call(token)).body).toMatchObject({
      AccountId: accountC,
      IdentityType: "AssumedRoleUser",
      Arn: `acs:ram::${accountC}:assumed-role/peering/test`,
    });
    expect((await call()).code).toBe("MissingSecurityToken");
    expect((await call(`${token}x`)).code).toBe("InvalidSecurityToken.Malformed");
    await advance(900_000);
    expect((await call(token)).code).toBe("InvalidSecurityToken.Expired");
  });
});

describe.each(schemes)("a recorded request, %s", (_, makeClient) => {
  const recordCreate = () =>
    record(
      (url) => makeClient(url, keyA),
      (client) => client("CreateVpcPeerConnection", { ...crossAccount, Name: "first", LinkType: "" }),
    );

  test("passes once, and its nonce is used then", async () => {
    const { url } = await openBench();
    const [sent] = await recordCreate();
    if (!sent) throw new Error("nothing recorded");
    expect((await replay(url, sent)).status).toBe(200);
    expect((await replay(url, sent)).code).toBe("SignatureNonceUsed");
  });

  test("is refused with one character changed", async () => {
    const { url } = await openBench();
    const [sent] = await recordCreate();
    if (!sent) throw new Error("nothing recorded");
    const place = sent.rawBody === "" ? "url" : "rawBody";
    const changed = { ...sent, [place]: sent[place].replace("Name=first", "Name=firsT") };
    expect(changed).not.toEqual(sent);
    expect((await replay(url, changed)).code).toBe("SignatureDoesNotMatch");
    const longer = { ...sent, url: sent.url.includes("?") ? `${sent.url}&X=1` : `${sent.url}?X=1` };
    expect((await replay(url, longer)).code).toBe("SignatureDoesNotMatch");
    expect((await replay(url, { ...sent, method: sent.method === "GET" ? "POST" : "GET" })).code).toBe(
      "SignatureDoesNotMatch",
    );
  });
});

describe("headers of version 3", () => {
  const sentBy = async () => {
    const [sent] = await record(
      (url) => v3Client(url, keyA),
      (client) => client("GetCallerIdentity"),
    );
    if (!sent) throw new Error("nothing recorded");
    return sent;
  };

  test.each([
    ["x-acs-action", "AssumeRole", "SignatureDoesNotMatch"],
    ["x-acs-date", "yesterday", "InvalidTimeStamp.Format"],
    ["x-acs-content-sha256", "0".repeat(64), "SignatureDoesNotMatch"],
    ["authorization", "ACS3-HMAC-SHA256 nonsense", "IncompleteSignature"],
  ])("%s cannot be changed", async (name, value, code) => {
    const { url } = await openBench();
    expect((await replay(url, withHeader(await sentBy(), name, value))).code).toBe(code);
  });

  test("of the protocol must all be signed", async () => {
    const { url } = await openBench();
    const sent = withHeader(await sentBy(), "x-acs-extra", "1");
    expect(await replay(url, sent)).toMatchObject({ status: 400, code: "IncompleteSignature" });
  });
});

test("a call without any signature says what is missing", async () => {
  const { url } = await openBench();
  const answer = await fetch(`${url}/?Action=GetCallerIdentity&Version=2015-04-01&SignatureMethod=HMAC-SHA1`);
  expect(await answer.json()).toMatchObject({ Code: "MissingAccessKeyId" });
});

test("percent-encoding leaves the unreserved characters, encodes the rest, and can be undone", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      const encoded = percentEncode(text);
      expect(encoded).toMatch(/^(?:[A-Za-z0-9._~-]|%[0-9A-F]{2})*$/);
      expect(decodeURIComponent(encoded)).toBe(text);
    }),
  );
});

test("the canonical query does not depend on the order of the parameters", () => {
  const parameters = fc.uniqueArray(fc.tuple(fc.string(), fc.string()), { selector: ([name]) => name });
  fc.assert(
    fc.property(parameters, fc.gen(), (list, random) => {
      const shuffled = random(fc.shuffledSubarray, list, { minLength: list.length });
      expect(canonicalQuery(shuffled)).toBe(canonicalQuery(list));
    }),
  );
});

function withHeader(sent: WireRequest, name: string, value: string): WireRequest {
  const rawHeaders = [...sent.rawHeaders];
  const at = rawHeaders.findIndex((header, index) => index % 2 === 0 && header.toLowerCase() === name);
  if (at < 0) rawHeaders.push(name, value);
  else rawHeaders[at + 1] = value;
  return { ...sent, rawHeaders };
}
