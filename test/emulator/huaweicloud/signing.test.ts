import { createHash } from "node:crypto";
import {
  ask,
  app,
  client,
  codeOf,
  create,
  openBench,
  PEERINGS,
  projectA,
  projectB,
  projectC,
} from "./support";

test("values that need encoding are verified as they are meant", async () => {
  const { a } = await openBench();
  const name = "a b!*'()~é/+%&=";
  const { status, body } = await a("GET", PEERINGS, { name, limit: "3" });
  expect([status, body["peerings"]]).toEqual([200, []]);
});

test("only what SignedHeaders lists is signed: project and host need not be", async () => {
  const { a } = await openBench();
  const deviation = { unsigned: { "x-project-id": projectC } };
  expect((await a.but(deviation)("GET", PEERINGS)).status).toBe(200);
});

test("a body counts to its last byte, and may be announced by its hash or left unsigned", async () => {
  const { a } = await openBench();
  const body = `${JSON.stringify(ask(app))}\n`;
  const late = { body, signedBody: body.trim() };
  expect((await a.but(late)("POST", PEERINGS)).status).toBe(401);
  expect((await a.but({ body })("POST", PEERINGS)).status).toBe(201);

  const hash = createHash("sha256").update("another body").digest("hex");
  const wrong = { body, unsigned: { "x-sdk-content-sha256": hash } };
  expect((await a.but(wrong)("POST", PEERINGS)).status).toBe(401);
});

test.each([
  ["APIGW.0301", {}],
  ["APIGW.0303", { skewCode: "APIGW.0303" }],
] as const)("more than 15 minutes off is refused with %s", async (code, guesses) => {
  const { a } = await openBench({ huaweicloud: { guesses } });
  for (const minutes of [-16, 16]) {
    const at = new Date(Date.now() + minutes * 60_000);
    const result = await a.but({ at })("GET", PEERINGS);
    expect([result.status, codeOf(result)]).toEqual([401, code]);
  }
  const at = new Date(Date.now() - 14 * 60_000);
  expect((await a.but({ at })("GET", PEERINGS)).status).toBe(200);
});

test("a clock that a test has moved does not make clients late", async () => {
  const { a, advance } = await openBench();
  await advance(86_400_000);
  expect((await a("GET", PEERINGS)).status).toBe(200);
});

test.each([
  ["an unknown key", "HWNOBODY", "fakesecretA"],
  ["a wrong secret", "HWFAKEAKA", "wrong"],
])("%s is refused by the gateway, in its own shape", async (_, accessKey, secretKey) => {
  const { url } = await openBench();
  const result = await client(url, accessKey, secretKey)("GET", PEERINGS);
  expect(result.status).toBe(401);
  expect(result.body).toEqual({
    error_msg: "Incorrect IAM authentication information: verify aksk signature fail",
    error_code: "APIGW.0301",
    request_id: result.headers.get("x-request-id"),
  });
});

test("no signature at all, or one of another form, is refused", async () => {
  const { url } = await openBench();
  expect((await fetch(`${url}${PEERINGS}`)).status).toBe(401);
  const headers = { authorization: "SDK-HMAC-SHA256 Access=HWFAKEAKA" };
  expect((await fetch(`${url}${PEERINGS}`, { headers })).status).toBe(401);
});

test("a project of another account is refused, one of the same account is acted in", async () => {
  const { a } = await openBench();
  const foreign = await a.but({ headers: { "x-project-id": projectB } })("GET", PEERINGS);
  expect([foreign.status, codeOf(foreign)]).toEqual([403, "APIGW.0302"]);
  const sibling = await a.but({ headers: { "x-project-id": projectC } })("POST", PEERINGS, {}, ask(app));
  // The hub's VPC is project A's.
  expect([sibling.status, codeOf(sibling)]).toEqual([400, "InvalidInput"]);
});

test("a temporary key works with its token only", async () => {
  const projects = [
    {
      projectId: projectA,
      domainId: "d1",
      accessKey: "HWFAKEAKA",
      secretKey: "fakesecretA",
      securityToken: "fake-token",
    },
  ];
  const { a } = await openBench({ huaweicloud: { projects } });
  expect((await a("GET", PEERINGS)).status).toBe(401);
  const headers = { "x-security-token": "fake-token" };
  expect((await a.but({ headers })("GET", PEERINGS)).status).toBe(200);
  expect((await a.but({ unsigned: headers })("GET", PEERINGS)).status).toBe(200);
  const wrong = { "x-security-token": "another" };
  expect((await a.but({ headers: wrong })("GET", PEERINGS)).status).toBe(401);
});

test("a token of IAM stands for its project until it ends", async () => {
  const bench = await openBench();
  const id = await create(bench);
  const pair = { access: { key: "HWFAKEAKA" }, secret: { key: "fakesecretA" } };
  const bodies = [
    { methods: ["hw_ak_sk"], hw_ak_sk: pair },
    { methods: ["password"], password: { user: { name: "HWFAKEAKA", password: "fakesecretA" } } },
  ];
  for (const identity of bodies) {
    const scope = { project: { id: projectA } };
    const answer = await fetch(`${bench.url}/v3/auth/tokens`, {
      method: "POST",
      body: JSON.stringify({ auth: { identity, scope } }),
    });
    expect(answer.status).toBe(201);
    const token = answer.headers.get("x-subject-token") ?? "";
    const show = async () =>
      (await fetch(`${bench.url}${PEERINGS}/${id}`, { headers: { "x-auth-token": token } })).status;
    expect(await show()).toBe(200);
    await bench.advance(24 * 3_600_000);
    expect(await show()).toBe(401);
  }
  expect(JSON.stringify(await bench.requests())).not.toContain("fakesecret");
});
