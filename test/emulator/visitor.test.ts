import { request } from "node:http";
import { openBench } from "./example";

/** A call of the admin API, or of a cloud, with headers as a browser sends them. */
async function call(url: string, headers: Record<string, string>, path = "/_emulator/world", method = "GET") {
  return await new Promise<{ status: number | undefined; body: string }>((resolve, reject) => {
    const sent = request(new URL(path, url), { method, headers }, (answer) => {
      let body = "";
      answer.on("data", (chunk: Buffer) => (body += chunk.toString()));
      answer.on("end", () => {
        resolve({ status: answer.statusCode, body });
      });
    });
    sent.on("error", reject);
    sent.end();
  });
}

test.each(["localhost", "LocalHost:8080", "127.0.0.1:1", "127.8.9.10", "[::1]:65535"])(
  "the admin API answers who calls this machine %s",
  async (host) => {
    const { url } = await openBench();
    expect(await call(url, { host })).toMatchObject({ status: 200 });
    expect(await call(url, { host, origin: `http://${host}` })).toMatchObject({ status: 200 });
  },
);

test.each([
  [{ host: "rebound.example:4000" }],
  [{ host: "localhost.example" }],
  [{ host: "127.0.0.1.example" }],
  [{ host: "127.0.0.1@example" }],
  [{ host: "10.0.0.1" }],
  [{ host: "[::2]" }],
  [{ host: "localhost", origin: "https://example.com" }],
  [{ host: "localhost", origin: "http://localhost.example:80" }],
  [{ host: "localhost", origin: "null" }],
])("the admin API refuses %j: no page of elsewhere reads keys or resets a world", async (headers) => {
  const bench = await openBench();
  const { status, body } = await call(bench.url, headers);
  expect(status).toBe(403);
  expect(body).toContain("the admin API is for this machine alone");
  expect(body).not.toContain("fakesecret");

  await bench.admin("POST", "/faults", { cloud: "alicloud", action: "*", fault: { type: "drop" } });
  expect(await call(bench.url, headers, "/_emulator/reset", "POST")).toMatchObject({ status: 403 });
  expect((await bench.admin("GET", "/faults")).body).toHaveLength(1);
});

test("calls of clouds are for whoever signs them, by whichever name they found the way", async () => {
  const { url } = await openBench();
  const { status, body } = await call(
    url,
    { host: "vpcpeer.aliyuncs.com", "x-acs-action": "GetCallerIdentity" },
    "/",
  );
  expect({ status, body }).not.toMatchObject({
    body: expect.stringContaining("admin API is for this machine") as string,
  });
});
