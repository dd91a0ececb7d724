import { createHash, createHmac } from "node:crypto";
import fc from "fast-check";
import { authorization, canonicalQuery, sdkDate } from "../../../../../src/provider/clouds/huaweicloud/sign";

const KEYS = { accessKey: "A", secretKey: "S" };
const request = {
  method: "POST",
  path: "/v2.0/vpc/peerings",
  query: { name: "a b*", limit: "3" },
  headers: {
    "content-type": "application/json",
    host: "127.0.0.1:99",
    "X-Project-Id": "p",
    "X-Sdk-Date": "20260101T000000Z",
  },
  body: '{"peering":{"name":"tëst"}}',
};

test("the signature is the one that the official SDK makes", () => {
  expect(authorization(request, KEYS)).toBe(
    "SDK-HMAC-SHA256 Access=A, SignedHeaders=content-type;host;x-project-id;x-sdk-date, Signature=cb65b04f7efd7633b6670be5824deb57cb7e720b34439b5a40283ffd8c5f5b64",
  );
});

test("it is the same whether the path is encoded or ends in a slash, and in whichever order values are given", () => {
  const same = [
    { ...request, path: "/v2.0/vpc/peerings/" },
    { ...request, path: "/v2.0/vpc/p%65erings" },
    { ...request, query: { limit: "3", name: "a b*" } },
    { ...request, headers: Object.fromEntries(Object.entries(request.headers).reverse()) },
  ];
  for (const one of same) expect(authorization(one, KEYS)).toBe(authorization(request, KEYS));
});

test("it is another one for any other request or key", () => {
  const others = [
    authorization({ ...request, method: "PUT" }, KEYS),
    authorization({ ...request, path: "/v2.0/vpc/peering" }, KEYS),
    authorization({ ...request, query: { name: "a b" } }, KEYS),
    authorization({ ...request, headers: { ...request.headers, host: "x" } }, KEYS),
    authorization({ ...request, body: `${request.body}\n` }, KEYS),
    authorization(request, { ...KEYS, secretKey: "T" }),
  ];
  expect(new Set([authorization(request, KEYS), ...others]).size).toBe(others.length + 1);
});

test("any text in a query comes out as it went in, encoded as RFC 3986 has it", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (value) => {
      const query = canonicalQuery({ name: value });
      expect(query).toMatch(/^name=[A-Za-z0-9\-._~%]*$/);
      expect(new URLSearchParams(query).get("name")).toBe(value);
    }),
  );
});

test("a date has no fraction and no punctuation", () => {
  expect(sdkDate(new Date("2026-01-31T12:34:56.789Z"))).toBe("20260131T123456Z");
});

test("an empty body is signed as the hash of nothing", () => {
  const headers = { "x-sdk-date": "20260101T000000Z" };
  const canonical = `GET\n/\n\nx-sdk-date:20260101T000000Z\n\nx-sdk-date\n${createHash("sha256").digest("hex")}`;
  const hash = createHash("sha256").update(canonical).digest("hex");
  const signature = createHmac("sha256", "S")
    .update(`SDK-HMAC-SHA256\n20260101T000000Z\n${hash}`)
    .digest("hex");
  const signed = authorization({ method: "GET", path: "/", query: {}, headers, body: "" }, KEYS);
  expect(signed).toContain(`Signature=${signature}`);
});
