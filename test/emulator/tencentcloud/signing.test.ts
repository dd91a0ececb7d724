import { request } from "node:http";
import { authorization } from "../../../src/provider/clouds/tencentcloud/sign";
import type { Manner } from "./support";
import {
  accountA,
  accountB,
  codeOf,
  create,
  crossAccount,
  keyA,
  keyB,
  list,
  officialClient,
  openBench,
  sameAccount,
} from "./support";

const manners: Manner[] = [
  {},
  { reqMethod: "GET" },
  { host: "vpc.tencentcloudapi.com" },
  { signMethod: "HmacSHA1" },
  { signMethod: "HmacSHA1", reqMethod: "GET" },
  { signMethod: "HmacSHA256" },
  { signMethod: "HmacSHA256", reqMethod: "GET", host: "vpc.tencentcloudapi.com" },
];

describe.each(manners)("the official client with %j", (manner) => {
  test("calls every action", async () => {
    const { url } = await openBench({ timings: { activateMs: 0 } });
    const a = officialClient(url, keyA, manner);
    const b = officialClient(url, keyB, manner);
    const Tags = [{ Key: "team", Value: "a b&c=d/é" }];
    const id = await create(a, { ...crossAccount, Tags });
    expect(
      await list(a, { Filters: [{ Name: "vpc-id", Values: ["vpc-x", "vpc-hub00001"] }], Limit: 5 }),
    ).toMatchObject([{ PeeringConnectionId: id, State: "PENDING", TagSet: Tags }]);
    expect(await codeOf(b("AcceptVpcPeeringConnection", { PeeringConnectionId: id }))).toBe("ok");
    const renamed = { PeeringConnectionId: id, PeeringConnectionName: "renamed, ü" };
    expect(await codeOf(a("ModifyVpcPeeringConnection", renamed))).toBe("ok");
    expect(await list(a, { PeeringConnectionIds: [id] })).toMatchObject([
      { State: "ACTIVE", PeeringConnectionName: "renamed, ü" },
    ]);
    expect(await codeOf(b("DeleteVpcPeeringConnection", { PeeringConnectionId: id }))).toBe("ok");
    const next = await create(a, crossAccount);
    expect(await codeOf(b("RejectVpcPeeringConnection", { PeeringConnectionId: next }))).toBe("ok");
    expect((await a("DescribeVpcs", { VpcIds: ["vpc-hub00001"], Limit: "5" })).body["TotalCount"]).toBe(1);
    expect((await a("DescribeVpcLimits", { LimitTypes: ["vpc-max-vpcpeers"] })).body["VpcLimitSet"]).toEqual([
      { LimitType: "vpc-max-vpcpeers", LimitValue: 10 },
    ]);
    expect((await b("GetCallerIdentity")).body).toMatchObject({ AccountId: accountB, UserId: accountB });
  });

  test("is refused with a wrong secret, and with a key that there is not", async () => {
    const { url } = await openBench();
    const wrong = officialClient(url, { ...keyA, secretKey: "x" }, manner);
    expect(await wrong("DescribeVpcPeeringConnections")).toMatchObject({
      code: "AuthFailure.SignatureFailure",
      message: "The provided credentials could not be validated. Please check your signature is correct.",
    });
    const unknown = officialClient(url, { ...keyA, secretId: "AKIDx" }, manner);
    expect(await codeOf(unknown("DescribeVpcPeeringConnections"))).toBe("AuthFailure.SecretIdNotFound");
  });

  test("works with the keys of a role, which end", async () => {
    const { url, advance } = await openBench();
    const RoleArn = `qcs::cam::uin/${accountB}:roleName/peering`;
    const params = { RoleArn, RoleSessionName: "test", DurationSeconds: 900 };
    const { body } = await officialClient(url, keyA, manner)("AssumeRole", params);
    const { TmpSecretId, TmpSecretKey, Token } = body["Credentials"] as Record<string, string>;
    const keys = { secretId: TmpSecretId ?? "", secretKey: TmpSecretKey ?? "" };
    const role = officialClient(url, { ...keys, token: Token ?? "" }, manner);
    expect((await role("GetCallerIdentity")).body).toMatchObject({ AccountId: accountB, Type: "CAMRole" });
    const bare = officialClient(url, keys, manner);
    expect(await codeOf(bare("GetCallerIdentity"))).toBe("AuthFailure.TokenFailure");
    await advance(901_000);
    expect(await codeOf(role("GetCallerIdentity"))).toBe("AuthFailure.TokenFailure");
  });
});

/** A request whose parts a test can bend. */
async function send(
  url: string,
  bend: {
    host?: string;
    signedHost?: string;
    at?: number;
    date?: string;
    contentType?: string;
    method?: string;
  } = {},
): Promise<string> {
  const { host: real, port, hostname } = new URL(url);
  const {
    host = real,
    signedHost = host,
    at = Date.now(),
    contentType = "application/json",
    method = "POST",
  } = bend;
  const timestamp = Math.floor(at / 1000);
  const body = "{}";
  let signature = authorization({ service: "vpc", host: signedHost, contentType, body, timestamp }, keyA);
  if (bend.date !== undefined) signature = signature.replace(/\d{4}-\d\d-\d\d/, bend.date);
  const headers = {
    Host: host,
    "Content-Type": contentType,
    "Content-Length": "2",
    Authorization: signature,
    "X-TC-Action": "DescribeVpcPeeringConnections",
    "X-TC-Version": "2017-03-12",
    "X-TC-Region": "ap-guangzhou",
    "X-TC-Timestamp": String(timestamp),
  };
  return await new Promise((resolve, reject) => {
    const outgoing = request({ hostname, port, method, path: "/", headers, agent: false }, (answer) => {
      let text = "";
      answer.setEncoding("utf8").on("data", (chunk: string) => (text += chunk));
      answer.on("end", () => {
        resolve(/"Code":"([^"]*)"/.exec(text)?.[1] ?? "ok");
      });
    });
    outgoing.on("error", reject).end(body);
  });
}

describe("a signature", () => {
  test.each([
    ["the host as it is sent", {}],
    [
      "the host without its port",
      { host: "vpc.tencentcloudapi.com:8080", signedHost: "vpc.tencentcloudapi.com" },
    ],
    ["a whole URL as the host, as the command line sends it", { host: "http://127.0.0.1:8080" }],
    ["a content type with a charset", { contentType: "application/json; charset=utf-8" }],
    ["a clock 4 minutes slow", { at: Date.now() - 240_000 }],
  ])("passes with %s", async (_, bend) => {
    const { url } = await openBench();
    expect(await send(url, bend)).toBe("ok");
  });

  test.each([
    ["another host", { signedHost: "sts.tencentcloudapi.com" }, "AuthFailure.SignatureFailure"],
    ["a date that is not the timestamp's", { date: "2020-01-01" }, "AuthFailure.SignatureFailure"],
    ["a clock 6 minutes slow", { at: Date.now() - 360_000 }, "AuthFailure.SignatureExpire"],
    ["a clock 6 minutes fast", { at: Date.now() + 360_000 }, "AuthFailure.SignatureExpire"],
    ["another method", { method: "PUT" }, "UnsupportedProtocol"],
  ])("is refused with %s", async (_, bend, code) => {
    const { url } = await openBench();
    expect(await send(url, bend)).toBe(code);
  });

  test("passes after the clock was moved, since clients do not follow it", async () => {
    const { url, advance } = await openBench();
    await advance(86_400_000);
    expect(await send(url)).toBe("ok");
  });

  test("of a key that is disabled, or may not do this, is of no use", async () => {
    const account = { uin: accountA, appId: 1, ...keyA };
    const disabled = await openBench({ tencentcloud: { accounts: [{ ...account, keyActive: false }] } });
    expect(await send(disabled.url)).toBe("AuthFailure.InvalidSecretId");
    const deniedActions = ["CreateVpcPeeringConnection"];
    const denied = await openBench({ tencentcloud: { accounts: [{ ...account, deniedActions }] } });
    expect(await codeOf(denied.a("CreateVpcPeeringConnection", sameAccount))).toBe("UnauthorizedOperation");
    expect(await send(denied.url)).toBe("ok");
  });
});
