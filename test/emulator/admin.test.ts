import { startEmulator } from "../../emulator";
import { clouds } from "../../emulator/clouds/index";
import { accountA, accountB } from "./alicloud/clients";
import { codeOf, create, createSettled, crossAccount, openBench, sameAccount, statusOf } from "./support";

const error = (message: string | RegExp) => ({
  error: { message: typeof message === "string" ? message : (expect.stringMatching(message) as string) },
});

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

describe("peerings", () => {
  test("have exactly these fields, and stay listed when deleted", async () => {
    const bench = await openBench({}, undefined);
    const id = await create(bench.a, { ...crossAccount, Name: "first", Tag: [{ Key: "k", Value: "v" }] });
    const row = {
      cloud: "alicloud",
      id,
      status: "creating",
      cloudStatus: "Creating",
      name: "first",
      description: "",
      tags: { k: "v" },
      bandwidth: -1,
      requester: { vpcId: "vpc-bp1hub01", region: "cn-hangzhou", account: accountA },
      accepter: { vpcId: "vpc-bp1partner01", region: "cn-hangzhou", account: accountB },
      createdAt: expect.stringMatching(/^\d{4}-.*Z$/) as string,
      expiresAt: null,
      deleted: false,
    };
    expect(await bench.peerings()).toEqual([row]);
    await bench.advance(10_000);
    const [pending] = await bench.peerings();
    expect(pending).toMatchObject({ status: "pending", cloudStatus: "Accepting" });
    const lapse = Date.parse(String(pending?.expiresAt)) - Date.parse(String(pending?.createdAt));
    expect(lapse).toBe(604_800_000);
    await bench.a("DeleteVpcPeerConnection", { InstanceId: id });
    await bench.advance(10_000);
    expect(await bench.peerings()).toEqual([
      { ...row, status: "deleted", cloudStatus: "Deleted", deleted: true },
    ]);
  });

  test("can be made of any cloud", async () => {
    const bench = await openBench();
    const post = async (seed: object) => (await bench.admin("POST", "/peerings", seed)).body;
    const { alicloud, tencentcloud, huaweicloud } = bench.world;
    const ends = (vpcs: { vpcId: string }[]) => ({
      requester: { vpcId: vpcs[0]?.vpcId },
      accepter: { vpcId: vpcs[4]?.vpcId },
    });
    expect(await post({ cloud: "alicloud", ...ends(alicloud.vpcs), status: "pending" })).toMatchObject({
      id: expect.stringMatching(/^pcc-/) as string,
      cloudStatus: "Accepting",
      accepter: { account: accountB },
    });
    expect(
      await post({ cloud: "tencentcloud", ...ends(tencentcloud.vpcs), cloudStatus: "PENDING" }),
    ).toMatchObject({
      id: expect.stringMatching(/^pcx-[a-z0-9]{8}$/) as string,
      status: "pending",
      requester: { account: "100000000001", region: "ap-guangzhou" },
    });
    expect(await post({ cloud: "huaweicloud", ...ends(huaweicloud.vpcs), status: "rejected" })).toMatchObject(
      {
        id: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
        cloudStatus: "REJECTED",
        accepter: { account: "bbbb0000000000000000000000000002" },
      },
    );
  });

  test("of the world file are there from the start, complete from the VPCs of the world", async () => {
    const bench = await openBench({
      peerings: [
        {
          cloud: "alicloud",
          id: "pcc-old",
          status: "pending",
          name: "old",
          tags: { k: "v" },
          requester: { vpcId: "vpc-bp1hub01" },
          accepter: { vpcId: "vpc-2zepartner02" },
          createdAt: new Date(Date.now() - 3 * 86_400_000).toISOString(),
        },
      ],
    });
    expect(await bench.peerings()).toMatchObject([
      {
        id: "pcc-old",
        status: "pending",
        name: "old",
        bandwidth: 1024,
        accepter: { region: "cn-beijing", account: accountB },
      },
    ]);
    expect(await statusOf(bench.b, "pcc-old")).toBe("Accepting");
    await bench.advance(4 * 86_400_000);
    expect(await statusOf(bench.b, "pcc-old")).toBe("Expired");
  });

  test("name VPCs that the world does not list only where ids are loose", async () => {
    const seed = {
      cloud: "alicloud",
      requester: { vpcId: "vpc-x" },
      accepter: { vpcId: "vpc-y", account: accountB },
    };
    const strict = await openBench();
    expect(await strict.admin("POST", "/peerings", seed)).toEqual({
      status: 400,
      body: error(
        "The world has no alicloud VPC vpc-x: add it to alicloud.vpcs, or set alicloud.strictIds to false.",
      ),
    });
    const loose = await openBench({ alicloud: { strictIds: false } });
    expect((await loose.admin("POST", "/peerings", seed)).body).toMatchObject({
      requester: { vpcId: "vpc-x", account: accountA },
      accepter: { vpcId: "vpc-y", account: accountB },
    });
  });

  test("change behind the client's back", async () => {
    const bench = await openBench();
    const id = await createSettled(bench, sameAccount);
    const patch = async (change: object) => (await bench.admin("PATCH", `/peerings/${id}`, change)).body;
    expect(
      await patch({ name: "drifted", description: "d", tags: { new: "tag" }, bandwidth: 5 }),
    ).toMatchObject({
      status: "active",
      name: "drifted",
      tags: { new: "tag" },
    });
    expect((await bench.a("GetVpcPeerConnectionAttribute", { InstanceId: id })).body).toMatchObject({
      Name: "drifted",
      Description: "d",
      Bandwidth: 5,
      Tags: [{ Key: "new", Value: "tag" }],
    });
    for (const [change, status, word] of [
      [{ status: "rejected" }, "rejected", "Rejected"],
      [{ cloudStatus: "Deleted" }, "deleted", "Deleted"],
      [{ cloudStatus: "Accepting", status: "active" }, "pending", "Accepting"],
      [{ cloudStatus: "Frozen" }, "pending", "Frozen"],
      [{ cloudStatus: "Frozen", status: "active" }, "active", "Frozen"],
      [{ status: "updating" }, "updating", "Updating"],
    ] as const) {
      expect(await patch(change)).toMatchObject({ status, cloudStatus: word });
      expect(await statusOf(bench.a, id)).toBe(word);
    }
    await bench.advance(1_000_000);
    expect(await statusOf(bench.a, id)).toBe("Updating");
    expect(await patch({ status: "pending", expiresAt: new Date(0).toISOString() })).toBeDefined();
    expect(await statusOf(bench.a, id)).toBe("Expired");
  });

  test("go at once", async () => {
    const bench = await openBench();
    const id = await createSettled(bench, sameAccount);
    expect((await bench.admin("DELETE", `/peerings/${id}`)).body).toMatchObject({ id, deleted: true });
    expect(await statusOf(bench.a, id)).toBe("ResourceNotFound.InstanceId");
    await create(bench.a, sameAccount);
  });

  test("refuse what makes no sense", async () => {
    const bench = await openBench();
    const id = await createSettled(bench, sameAccount);
    const ends = { requester: { vpcId: "vpc-bp1hub01" }, accepter: { vpcId: "vpc-bp1app01" } };
    for (const [method, path, body, status, message] of [
      [
        "PATCH",
        `/peerings/${id}`,
        { status: "asleep" },
        400,
        /^status is "asleep": must be one of .*"pending"/,
      ],
      ["PATCH", `/peerings/${id}`, { status: "failed" }, 400, /alicloud has no word for the status "failed"/],
      ["PATCH", `/peerings/${id}`, { id: "pcc-2" }, 400, /cannot change/],
      ["PATCH", `/peerings/${id}`, { colour: "red" }, 400, /^colour is not a field known here/],
      ["PATCH", "/peerings/pcc-none", {}, 404, "There is no peering pcc-none."],
      ["DELETE", "/peerings/pcc-none", undefined, 404, "There is no peering pcc-none."],
      ["POST", "/peerings", { ...ends, cloud: "aws" }, 400, /^cloud is "aws": must be one of/],
      ["POST", "/peerings", { ...ends, cloud: "alicloud", id }, 409, /already/],
      ["POST", "/clock", { advanceMs: "1" }, 400, /advanceMs/],
      ["POST", "/faults", { cloud: "alicloud", action: "*", fault: { type: "explode" } }, 400, /fault/],
      ["DELETE", "/faults/fault-9", undefined, 404, "There is no fault fault-9."],
      ["PUT", "/peerings", {}, 405, "/_emulator/peerings takes GET, POST, not PUT."],
      ["GET", "/nothing", undefined, 404, "There is no /_emulator/nothing in the admin API."],
    ] as const) {
      expect(await bench.admin(method, path, body)).toEqual({ status, body: error(message) });
    }
    const bad = await fetch(`${bench.url}/_emulator/clock`, { method: "POST", body: "{" });
    expect([bad.status, await bad.json()]).toEqual([400, error("The body is not JSON.")]);
  });
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
  expect(Math.abs(offsetMs)).toBeLessThan(1_000);
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
