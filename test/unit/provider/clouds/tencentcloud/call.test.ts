import type { Fields } from "../../../../../src/provider/clouds/kit/json";
import { attempting } from "../../../../../src/provider/clouds/kit/pipeline";
import type { ActionName } from "../../../../../src/provider/clouds/tencentcloud/actions";
import { ACTIONS, hostOf } from "../../../../../src/provider/clouds/tencentcloud/actions";
import { read } from "../../../../../src/provider/clouds/tencentcloud/errors";
import type { Keys } from "../../../../../src/provider/clouds/tencentcloud/sign";
import { authorization, sign } from "../../../../../src/provider/clouds/tencentcloud/sign";
import type { PeeringError } from "../../../../../src/model/errors";
import type { Stub } from "./support";
import { answer, refusal, startStub } from "./support";

let stub: Stub;

beforeEach(async () => {
  stub = await startStub();
});

afterEach(() => {
  stub.close();
});

const own: Keys = { secretId: "AKID", secretKey: "secret" };

/** One attempt of a call, at the stub if no other address is given. */
const call = (
  action: ActionName,
  params: Record<string, unknown> = {},
  { keys = own, endpoint = stub.url }: { keys?: Keys; endpoint?: string } = {},
): Promise<Fields> => {
  const protocol = { cloud: "tencentcloud", actions: ACTIONS, endpoint, sign, read } as const;
  const request = { region: "ap-guangzhou", params };
  return attempting(protocol, () => 1_000)({ action, request, keys });
};

async function failure(promise: Promise<unknown>): Promise<PeeringError> {
  return await promise.then(
    () => Promise.reject(new Error("It should have failed.")),
    (error: unknown) => error as PeeringError,
  );
}

test("a call has its action, version and region in headers, its parameters in JSON, and a signature over what is sent", async () => {
  stub.answers = [answer({ TotalCount: 0 })];
  const params = { PeeringConnectionIds: ["pcx-1"], Filters: undefined };
  expect(await call("DescribeVpcPeeringConnections", params)).toEqual({
    TotalCount: 0,
    RequestId: "r-1",
  });
  const [seen] = stub.seen;
  const host = new URL(stub.url).host;
  expect(seen).toMatchObject({ path: "/", body: '{"PeeringConnectionIds":["pcx-1"]}' });
  expect(seen?.headers).toMatchObject({
    host,
    "content-type": "application/json",
    "x-tc-action": "DescribeVpcPeeringConnections",
    "x-tc-version": "2017-03-12",
    "x-tc-region": "ap-guangzhou",
    "x-tc-language": "en-US",
  });
  expect(seen?.headers).not.toHaveProperty("x-tc-token");
  const timestamp = Number(seen?.headers["x-tc-timestamp"]);
  const signable = {
    service: "vpc",
    host,
    contentType: "application/json",
    body: seen?.body ?? "",
    timestamp,
  };
  expect(seen?.headers.authorization).toBe(authorization(signable, own));
});

test("a temporary key sends its token; whose keys they are is asked of another product", async () => {
  stub.answers = [answer({ AccountId: "1" })];
  await call("GetCallerIdentity", {}, { keys: { secretId: "a", secretKey: "b", token: "t" } });
  expect(stub.seen[0]?.headers).toMatchObject({ "x-tc-token": "t", "x-tc-version": "2018-08-13" });
  expect(stub.seen[0]?.headers.authorization).toContain("/sts/tc3_request");
});

test("the finance regions have hosts of their own", () => {
  expect(hostOf("DescribeVpcs", "ap-guangzhou")).toBe("vpc.tencentcloudapi.com");
  expect(hostOf("DescribeVpcs", "ap-shanghai-fsi")).toBe("vpc.ap-shanghai-fsi.tencentcloudapi.com");
});

test("numbers that are too long for JavaScript keep their digits", async () => {
  stub.answers = [{ body: '{"Response":{"Uin":100000000000000000001,"Bandwidth":10}}' }];
  expect(await call("GetCallerIdentity")).toEqual({
    Uin: "100000000000000000001",
    Bandwidth: 10,
  });
});

test("an error comes with HTTP 200, and is one all the same", async () => {
  stub.answers = [refusal("UnsupportedOperation.VpcPeerAlreadyExist")];
  const error = await failure(call("CreateVpcPeeringConnection"));
  expect(error.facts).toMatchObject({ kind: "duplicate", executed: "yes", requestId: "r-1" });
});

test("an error with another status is told by its code too", async () => {
  stub.answers = [{ ...refusal("RequestLimitExceeded"), status: 429 }];
  const error = await failure(call("CreateVpcPeeringConnection"));
  expect(error.facts).toMatchObject({ kind: "throttled", executed: "no" });
});

test.each([
  ["HTML", { status: 502, body: "<html>Bad gateway</html>" }],
  ["nothing", { body: "" }],
  ["half a JSON", { body: '{"Response":{"Peering' }],
  ["JSON without an envelope", { body: '{"PeeringConnectionId":"pcx-1"}' }],
  ["an envelope with a list", { body: '{"Response":[]}' }],
  ["an error without a code", { body: '{"Response":{"Error":{}}}' }],
  ["a good envelope with a bad status", { status: 500, body: '{"Response":{"RequestId":"r"}}' }],
])("%s makes no sense, and leaves open what was done", async (_, given) => {
  stub.answers = [given];
  const error = await failure(call("CreateVpcPeeringConnection"));
  expect(error.facts).toMatchObject({ kind: "transient", executed: "unknown" });
});

test("where nobody listens nothing was done", async () => {
  const { url } = stub;
  stub.close();
  const error = await failure(call("CreateVpcPeeringConnection", {}, { endpoint: url }));
  expect(error.facts).toMatchObject({ kind: "transient", executed: "no", retryForMs: 5_000 });
  expect(error.message).toContain(`It is named by \`endpoint\` (${url})`);
});
