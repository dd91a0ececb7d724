import { keyA as alicloudKey, v3Client } from "./alicloud/clients";
import { batched, openRoutes, RegionId } from "./alicloud/routesSupport";
import { openBench as openAlicloud } from "./alicloud/support";
import { openBench as openHuaweicloud } from "./huaweicloud/support";
import { keyA, officialClient, openBench as openTencentcloud } from "./tencentcloud/support";
import { replay } from "./wire";

/** How each cloud is called, and where its envelope has the code of an error. */
const clouds = [
  {
    cloud: "alicloud",
    path: "/?Action=ListVpcPeerConnections",
    headers: { "x-acs-action": "ListVpcPeerConnections" },
    codeIn: (body: unknown) => (body as { Code?: unknown }).Code,
    tooLarge: { status: 413, code: "RequestBodyTooLarge" },
  },
  {
    cloud: "tencentcloud",
    path: "/",
    headers: { "x-tc-action": "DescribeVpcs", "x-tc-version": "2017-03-12" },
    codeIn: (body: unknown) => (body as { Response: { Error?: { Code: unknown } } }).Response.Error?.Code,
    tooLarge: { status: 200, code: "RequestSizeLimitExceeded" },
  },
  {
    cloud: "huaweicloud",
    path: "/v2.0/vpc/peerings",
    headers: { authorization: "SDK-HMAC-SHA256 Access=x, SignedHeaders=x, Signature=x" },
    codeIn: (body: unknown) => (body as { error_code?: unknown }).error_code,
    tooLarge: { status: 413, code: "APIGW.0201" },
  },
] as const;

const benches = { alicloud: openAlicloud, tencentcloud: openTencentcloud, huaweicloud: openHuaweicloud };

describe.each(clouds)("a call to $cloud", ({ cloud, path, headers, codeIn, tooLarge }) => {
  test("of 13 MiB gets an answer in its envelope, and is in the log", async () => {
    const bench = await benches[cloud]();
    const body = "x".repeat(13 * 1024 * 1024);
    const answer = await fetch(bench.url + path, { method: "POST", headers, body });
    expect([answer.status, codeIn(await answer.json())]).toEqual([tooLarge.status, tooLarge.code]);
    expect(await bench.requests()).toMatchObject([
      { cloud, httpStatus: tooLarge.status, code: tooLarge.code },
    ]);
  });

  test("with JSON that is 5,000 deep gets an answer in its envelope, and is in the log", async () => {
    const bench = await benches[cloud]();
    const body = `${'{"a":'.repeat(5000)}1${"}".repeat(5000)}`;
    const answer = await fetch(bench.url + path, {
      method: "POST",
      headers: { ...headers, "content-type": "application/json" },
      body,
    });
    expect(codeIn(await answer.json())).toEqual(expect.any(String));
    expect(await bench.requests()).toMatchObject([{ cloud, httpStatus: answer.status }]);
  });

  test("may name the host, too, as clients do that have this port for their proxy", async () => {
    const bench = await benches[cloud]();
    const answer = await replay(bench.url, {
      method: "GET",
      url: `http://cloud.example:8080${path}`,
      rawHeaders: ["Host", "cloud.example:8080", ...Object.entries(headers).flat()],
      rawBody: "",
    });
    expect(codeIn(JSON.parse(answer.body))).toEqual(expect.any(String));
    expect(await bench.requests()).toMatchObject([{ cloud }]);
  });
});

test("a parameter of Tencent Cloud whose name is 5,000 deep is unknown", async () => {
  const { url } = await openTencentcloud();
  const client = officialClient(url, keyA, { reqMethod: "GET" });
  const name = Array(5000).fill("a").join(".");
  expect((await client("DescribeVpcs", { [name]: "1" })).code).toBe("UnknownParameter");
});

test("a batch of 50 routes with the longest texts may stand in the query", async () => {
  const { url } = await openRoutes();
  const RouteEntries = Array.from({ length: 50 }, (_, index) =>
    batched(`10.1.${index}.0/24`, { Name: "路".repeat(128), Description: "由".repeat(256) }),
  );
  const { code, body } = await v3Client(
    url,
    alicloudKey,
    "GET",
  )("CreateRouteEntries", {
    RegionId,
    RouteEntries,
  });
  expect(code).toBeUndefined();
  expect(body).toMatchObject({ SuccessCount: 50, FailedCount: 0 });
});

describe("the admin API", () => {
  test("says of a body of 13 MiB that it is too large", async () => {
    const { admin } = await openAlicloud();
    expect(await admin("POST", "/faults", "x".repeat(13 * 1024 * 1024))).toEqual({
      status: 413,
      body: { error: { message: "The body is too large: the admin API takes 12 MiB." } },
    });
  });

  test.each([
    [{ advanceMs: 9e15 }, "advanceMs is 9000000000000000"],
    [{ advanceMs: -9e15 }, "advanceMs is -9000000000000000"],
    [{ advanceMs: 1e300 }, "advanceMs is 1e+300"],
    [{ now: "1969-12-31T23:59:59Z" }, 'now is "1969-12-31T23:59:59Z"'],
  ])("does not move the clock by %j, and goes on answering", async (move, start) => {
    const { admin } = await openAlicloud();
    expect(await admin("POST", "/clock", move)).toEqual({
      status: 400,
      body: {
        error: { message: `${start}: the clock would leave the years 1970 to 9999; move it less far.` },
      },
    });
    expect((await admin("GET", "/peerings")).status).toBe(200);
  });

  test("moves the clock to either end of its range, where calls are answered", async () => {
    const bench = await openTencentcloud();
    for (const now of ["1970-01-02T00:00:00Z", "9999-12-30T00:00:00Z"]) {
      expect((await bench.admin("POST", "/clock", { now })).status).toBe(200);
      expect((await bench.a("DescribeVpcs")).code).toBeUndefined();
    }
  });

  test.each([
    [
      { type: "delay", ms: 2 ** 31 },
      "fault.ms is 2147483648: must be a whole number of milliseconds from 0 to 2147483647.",
    ],
    [
      { type: "error", code: "X", status: 101 },
      "fault.status is 101: must be a whole number from 200 to 599.",
    ],
    [{ type: "truncate", bytes: -1 }, /^fault\.bytes is -1: must be a whole number of bytes from 0/],
  ])("refuses the fault %j and says why", async (fault, message) => {
    const { admin } = await openAlicloud();
    const { status, body } = await admin("POST", "/faults", { cloud: "alicloud", action: "*", fault });
    expect(status).toBe(400);
    expect((body as { error: { message: string } }).error.message).toEqual(
      typeof message === "string" ? message : (expect.stringMatching(message) as string),
    );
  });
});
