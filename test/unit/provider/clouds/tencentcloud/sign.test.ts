import fc from "fast-check";
import Sign from "tencentcloud-sdk-nodejs-common/tencentcloud/common/sign";
import { authorization } from "../../../../../src/provider/clouds/tencentcloud/sign";

/** What the official client would send. */
function official(
  service: string,
  host: string,
  body: string,
  timestamp: number,
  keys: [string, string],
): string {
  return Sign.sign3({
    method: "POST",
    url: `https://${host}/`,
    payload: Buffer.from(body),
    timestamp,
    service,
    secretId: keys[0],
    secretKey: keys[1],
    multipart: false,
    boundary: "",
    headers: { "Content-Type": "application/json" },
  });
}

const word = fc.stringMatching(/^[A-Za-z0-9]{1,40}$/);

test("a signature is that of the official client, whatever is signed", () => {
  fc.assert(
    fc.property(
      fc.constantFrom("vpc", "sts"),
      fc.constantFrom("vpc.tencentcloudapi.com", "sts.ap-shanghai-fsi.tencentcloudapi.com", "127.0.0.1"),
      fc.string({ unit: "binary", minLength: 1 }),
      fc.integer({ min: 1, max: 4_000_000_000 }),
      word,
      word,
      (service, host, body, timestamp, secretId, secretKey) => {
        const ours = authorization(
          { service, host, contentType: "application/json", body, timestamp },
          { secretId, secretKey },
        );
        expect(ours).toBe(official(service, host, body, timestamp, [secretId, secretKey]));
      },
    ),
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
