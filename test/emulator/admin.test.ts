import { startEmulator } from "../../emulator";
import { clouds } from "../../emulator/clouds/index";
import { accountA, accountB, codeOf, create, crossAccount, openBench, sameAccount } from "./example";

test("health and world show the world in force, keys included", async () => {
  const bench = await openBench({ limits: { alicloudPerMinute: 7 } });
  for (const path of ["/health", "/world"]) {
    const { status, body } = await bench.admin("GET", path);
    expect(status).toBe(200);
    expect(body).toEqual(JSON.parse(JSON.stringify(bench.world)));
    expect(body).toMatchObject({
      limits: { alicloudPerMinute: 7 },
      alicloud: { accounts: [{ accessKeySecret: "fakesecretA" }, {}, {}] },
    });
  }
});

describe("requests", () => {
  test("are listed oldest first, without keys, signatures and admin calls", async () => {
    const bench = await openBench();
    await bench.a("CreateVpcPeerConnection", { ...sameAccount, ClientToken: "kept" });
    await bench.b("AssumeRole", { RoleArn: `acs:ram::${accountA}:role/r`, RoleSessionName: "session" });
    await bench.a("GetVpcPeerConnectionAttribute", { InstanceId: "pcc-none" });
    const rows = await bench.requests();
    expect(rows).toMatchObject([
      {
        seq: 1,
        cloud: "alicloud",
        action: "CreateVpcPeerConnection",
        account: accountA,
        region: "cn-hangzhou",
        httpStatus: 200,
        code: null,
        fault: null,
        params: { VpcId: "vpc-bp1hub01", ClientToken: "kept" },
      },
      { seq: 2, action: "AssumeRole", account: accountB, region: null },
      {
        seq: 3,
        action: "GetVpcPeerConnectionAttribute",
        httpStatus: 400,
        code: "ResourceNotFound.InstanceId",
      },
    ]);
    expect(Object.keys(rows[0] ?? {})).toEqual([
      ...[
        "seq",
        "at",
        "cloud",
        "action",
        "account",
        "region",
        "params",
        "httpStatus",
        "code",
        "requestId",
        "fault",
      ],
    ]);
    expect(JSON.stringify(rows)).not.toMatch(/fakesecret|LTAIfake|Signature/);
    expect((await bench.admin("DELETE", "/requests")).body).toEqual({ removed: 3 });
    expect(await bench.requests()).toEqual([]);
  });

  test("that are signed by nobody known are listed as well", async () => {
    const bench = await openBench();
    await fetch(`${bench.url}/?Action=Dance&AccessKeyId=x&SecurityToken=secret`);
    expect(await bench.requests()).toMatchObject([
      { action: "Dance", account: null, httpStatus: 400, params: {} },
    ]);
  });
});

describe("of what is over,", () => {
  test("as many requests are kept as the world says, and it is told how many went", async () => {
    const bench = await openBench({ keep: { requests: 3 } });
    for (let i = 0; i < 5; i++) await bench.a("GetVpcPeerConnectionAttribute", { InstanceId: "pcc-none" });
    expect((await bench.requests()).map(({ seq }) => seq)).toEqual([3, 4, 5]);
    expect((await bench.admin("GET", "/requests/dropped")).body).toEqual({ dropped: 2 });
    expect((await bench.admin("DELETE", "/requests")).body).toEqual({ removed: 3 });
    expect((await bench.admin("GET", "/requests/dropped")).body).toEqual({ dropped: 0 });
    await bench.a("GetVpcPeerConnectionAttribute", { InstanceId: "pcc-none" });
    expect((await bench.requests()).map(({ seq }) => seq)).toEqual([6]);
  });

  test("as many deleted connections are kept, and the token of one that is forgotten is spent as well", async () => {
    const bench = await openBench({
      keep: { deletedPeerings: 2 },
      alicloud: { guesses: { tokenOutlivesConnection: false } },
    });
    const made: string[] = [];
    for (let i = 0; i < 4; i++) {
      const id = await create(bench.a, { ...sameAccount, ClientToken: `life ${i}` });
      made.push(id);
      await bench.admin("DELETE", `/peerings/${id}`);
    }
    const again = await create(bench.a, { ...sameAccount, ClientToken: "life 0" });
    expect((await bench.peerings()).map(({ id }) => id)).toEqual([...made.slice(2), again]);
  });
});

describe("the clock", () => {
  test("starts where it is told, moves, and goes on running", async () => {
    const bench = await openBench({}, "2030-01-01T00:00:00Z");
    const now = async () => Date.parse(((await bench.admin("GET", "/clock")).body as { now: string }).now);
    const start = await now();
    expect(start).toBeGreaterThanOrEqual(Date.parse("2030-01-01T00:00:00Z"));
    await bench.advance(3_600_000);
    expect(await now()).toBeGreaterThanOrEqual(start + 3_600_000);
    await bench.admin("POST", "/clock", { now: "2031-01-01T00:00:00Z" });
    expect(await now()).toBeGreaterThanOrEqual(Date.parse("2031-01-01T00:00:00Z"));
  });

  test("has made every change that was due when it answers, each at its own time", async () => {
    const bench = await openBench();
    await create(bench.a, crossAccount);
    await bench.advance(8 * 86_400_000);
    const [row] = await bench.peerings();
    expect(row).toMatchObject({ status: "expired", cloudStatus: "Expired" });
    expect(Date.parse(String(row?.expiresAt)) - Date.parse(String(row?.createdAt))).toBe(604_800_000);
  });
});

test("reset brings back the world as at the start", async () => {
  const seed = {
    cloud: "alicloud",
    id: "pcc-seed",
    requester: { vpcId: "vpc-bp1hub01" },
    accepter: { vpcId: "vpc-bp1app01" },
  } as const;
  const bench = await openBench({
    peerings: [seed],
    limits: { alicloudPerMinute: 1 },
    timings: { vpcLockMs: 1_000_000 },
  });
  await bench.admin("DELETE", "/peerings/pcc-seed");
  await create(bench.a, { ...sameAccount, ClientToken: "t" });
  await bench.admin("POST", "/faults", {
    cloud: "alicloud",
    action: "*",
    times: 0,
    fault: { type: "error", code: "X" },
  });
  await bench.advance(86_400_000);
  expect((await bench.admin("POST", "/reset")).body).toEqual(JSON.parse(JSON.stringify(bench.world)));
  expect(await bench.peerings()).toMatchObject([{ id: "pcc-seed", status: "active" }]);
  expect(await bench.requests()).toEqual([]);
  expect((await bench.admin("GET", "/faults")).body).toEqual([]);
  const { offsetMs } = (await bench.admin("GET", "/clock")).body as { offsetMs: number };
  expect(Math.abs(offsetMs)).toBeLessThan(600_000);
  expect(codeOf(await bench.a("CreateVpcPeerConnection", { ...crossAccount, ClientToken: "t" }))).toBe("ok");
});

describe("a request", () => {
  test("to no cloud is told where it is", async () => {
    const { url } = await openBench();
    const home = await fetch(url);
    const message = expect.stringContaining("/_emulator") as string;
    expect([home.status, await home.json()]).toEqual([404, { error: { code: "NotACloudCall", message } }]);
  });

  test.each([
    ["tencentcloud", "/", { "x-tc-action": "CreateVpcPeeringConnection" }],
    ["tencentcloud", "/", { authorization: "TC3-HMAC-SHA256 Credential=x" }],
    ["tencentcloud", "/?Action=X&SecretId=y&SignatureMethod=HmacSHA1", {}],
    ["huaweicloud", "/v2.0/vpc/peerings", {}],
    ["huaweicloud", "/v1/x/vpcs/y", {}],
    ["huaweicloud", "/", { authorization: "SDK-HMAC-SHA256 Access=x" }],
    ["huaweicloud", "/", { "x-auth-token": "t" }],
    ["alicloud", "/", { "x-acs-action": "X" }],
    ["alicloud", "/?Action=X&SignatureMethod=HMAC-SHA1", {}],
    [undefined, "/?Action=X", {}],
  ])("is recognised as %s by its shape: %s %j", (cloud, url, headers) => {
    const [path = "", query] = url.split("?");
    const request = {
      method: "GET",
      path,
      rawQuery: query ?? "",
      query: [...new URLSearchParams(query)],
      headers,
      body: Buffer.alloc(0),
      isTooLarge: false,
    };
    expect(clouds.find((one) => one.recognises(request))?.name).toBe(cloud);
  });
});

test("two emulators run side by side and end when told", async () => {
  const [one, two] = [await startEmulator(), await startEmulator({ now: new Date(0) })];
  expect(one.url).not.toBe(two.url);
  expect(one.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  await one.close();
  await expect(fetch(`${one.url}/_emulator/health`)).rejects.toThrow();
  expect((await fetch(`${two.url}/_emulator/health`)).status).toBe(200);
  await two.close();
});
