import { codeOf, create, keyA, list, officialClient, openBench, sameAccount } from "./support";

afterEach(() => {
  jest.restoreAllMocks();
});

test("more than 20 calls of one action in a second are refused, in the service's own words", async () => {
  // The emulator's clock stands still, however long the calls take.
  jest.spyOn(Date, "now").mockReturnValue(Date.now());
  const { a, b, advance } = await openBench();
  const results = await Promise.all(Array.from({ length: 25 }, () => a("DescribeVpcPeeringConnections")));
  const refused = results.filter(({ code }) => code !== undefined);
  expect(refused).toHaveLength(5);
  expect(refused[0]).toMatchObject({
    code: "RequestLimitExceeded",
    message:
      "Your current request times equals to `21` in a second, which exceeds the frequency limit `20` for a second. Please reduce the frequency of calls.",
  });
  expect(await codeOf(a("DeleteVpcPeeringConnection", { PeeringConnectionId: "pcx-00000000" }))).toBe(
    "ResourceNotFound",
  );
  expect(await codeOf(b("DescribeVpcPeeringConnections"))).toBe("ok");
  await advance(1000);
  expect(await codeOf(a("DescribeVpcPeeringConnections"))).toBe("ok");
});

test("an injected error comes in the envelope, with HTTP 200", async () => {
  const { a, admin, requests } = await openBench();
  const fault = { type: "error", code: "InternalError" };
  await admin("POST", "/faults", { cloud: "tencentcloud", action: "DescribeVpcPeeringConnections", fault });
  expect(await a("DescribeVpcPeeringConnections")).toMatchObject({
    code: "InternalError",
    message: "An internal error has occurred.",
  });
  expect((await requests()).at(-1)).toMatchObject({ httpStatus: 200, code: "InternalError" });
});

test("an answer that is lost after the work leaves the connection", async () => {
  const { a, admin } = await openBench();
  const fault = { type: "drop", when: "after" };
  await admin("POST", "/faults", { cloud: "tencentcloud", action: "*", vpcId: "vpc-app00001", fault });
  await expect(a("CreateVpcPeeringConnection", sameAccount)).rejects.toThrow(/socket hang up|ECONNRESET/);
  expect(await list(a)).toHaveLength(1);
});

test("faults find calls by the ids that they name", async () => {
  const { a, admin } = await openBench({ timings: { activateMs: 0 } });
  const id = await create(a, sameAccount);
  const fault = { type: "error", code: "ServiceUnavailable" };
  await admin("POST", "/faults", { cloud: "tencentcloud", action: "*", peeringId: id, fault });
  expect(await list(a, { PeeringConnectionIds: [id] })).toBe("ServiceUnavailable");
  await admin("POST", "/faults", { cloud: "tencentcloud", action: "*", vpcId: "vpc-hub00001", fault });
  expect(await list(a, { Filters: [{ Name: "vpc-id", Values: ["vpc-hub00001"] }] })).toBe(
    "ServiceUnavailable",
  );
});

test("the log has whose call it was, where, and no keys", async () => {
  const { a, requests, url } = await openBench();
  await a("DescribeVpcPeeringConnections", { Limit: 1 }, "ap-shanghai");
  await officialClient(url, keyA, { signMethod: "HmacSHA1" })("DescribeVpcPeeringConnections", { Limit: 1 });
  const log = await requests();
  expect(log).toMatchObject([
    { account: "100000000001", region: "ap-shanghai", params: { Limit: 1 }, code: null },
    { account: "100000000001", region: "ap-guangzhou", params: { Limit: "1" }, code: null },
  ]);
  expect(JSON.stringify(log)).not.toMatch(/AKIDfake|fakesecret|Signature/);
});

test.each([
  ["an action that there is not", "EnableVpcPeeringConnection", "InvalidAction"],
  ["a region that there is not", "DescribeVpcPeeringConnections", "UnsupportedRegion", "ap-atlantis"],
  ["no region", "DescribeVpcPeeringConnections", "MissingParameter", ""],
])("%s is refused", async (_, action, code, region = "ap-guangzhou") => {
  const { a } = await openBench();
  expect(await codeOf(a(action, {}, region))).toBe(code);
});

test.each([
  ["a query", { reqMethod: "GET" }, 32 * 1024],
  ["a form", { reqMethod: "POST", signMethod: "HmacSHA256" }, 1024 * 1024],
  ["a body of JSON", { reqMethod: "POST" }, 10 * 1024 * 1024],
] as const)("%s is read up to its limit", async (_, manner, most) => {
  const { url } = await openBench();
  const client = officialClient(url, keyA, manner);
  const named = (length: number) => client("DescribeVpcs", { VpcIds: ["x".repeat(length)] });
  expect(await codeOf(named(most - 1000))).toBe("InvalidParameterValue.Malformed");
  expect(await codeOf(named(most))).toBe("RequestSizeLimitExceeded");
});

test.each([
  ["a session name of another shape", { RoleSessionName: "a b" }, "InvalidParameter.ParamError"],
  ["an ARN of another shape", { RoleArn: "acs:ram::1:role/x" }, "InvalidParameter.ParamError"],
  ["too long a time", { DurationSeconds: 43_201 }, "InvalidParameter.OverTimeError"],
  ["a policy that is no JSON", { Policy: "{" }, "InvalidParameter.StrategyFormatError"],
  [
    "an account that there is not",
    { RoleArn: "qcs::cam::uin/9:roleName/x" },
    "ResourceNotFound.RoleNotFound",
  ],
  ["a policy encoded for a URL", { Policy: encodeURIComponent('{"version":"2.0"}') }, "ok"],
])("a role with %s: %s", async (_, change, code) => {
  const { a } = await openBench();
  const params = { RoleArn: "qcs::cam::uin/100000000002:roleName/x", RoleSessionName: "test", ...change };
  expect(await codeOf(a("AssumeRole", params))).toBe(code);
});
