import fc from "fast-check";
import Sign from "tencentcloud-sdk-nodejs-common/tencentcloud/common/sign";
import { authorization } from "../../../../../src/provider/clouds/tencentcloud/sign";

interface Signed {
  service: string;
  host: string;
  body: string;
  timestamp: number;
}

interface Keys {
  secretId: string;
  secretKey: string;
}

/** What the official client would send. */
function official({ service, host, body, timestamp }: Signed, keys: Keys): string {
  return Sign.sign3({
    method: "POST",
    url: `https://${host}/`,
    payload: Buffer.from(body),
    timestamp,
    service,
    ...keys,
    multipart: false,
    boundary: "",
    headers: { "Content-Type": "application/json" },
  });
}

const word = fc.stringMatching(/^[A-Za-z0-9]{1,40}$/);

test("a signature is that of the official client, whatever is signed", () => {
  const signed = fc.record({
    service: fc.constantFrom("vpc", "sts"),
    host: fc.constantFrom("vpc.tencentcloudapi.com", "sts.ap-shanghai-fsi.tencentcloudapi.com", "127.0.0.1"),
    body: fc.string({ unit: "binary", minLength: 1 }),
    timestamp: fc.integer({ min: 1, max: 4_000_000_000 }),
  });
  const keys = fc.record({ secretId: word, secretKey: word });
  fc.assert(
    fc.property(signed, keys, (request, pair) => {
      const ours = authorization({ ...request, contentType: "application/json" }, pair);
      expect(ours).toBe(official(request, pair));
    }),
  );
});

test("the host is signed with its port, as it is sent, and the date is that of UTC", () => {
  const at = (host: string) =>
    authorization(
      { service: "vpc", host, contentType: "application/json", body: "{}", timestamp: 1_795_305_599 },
      { secretId: "id", secretKey: "key" },
    );
  expect(at("127.0.0.1:80")).not.toBe(at("127.0.0.1"));
  expect(at("127.0.0.1")).toContain(
    "Credential=id/2026-11-21/vpc/tc3_request, SignedHeaders=content-type;host,",
  );
});
