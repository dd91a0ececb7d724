import fc from "fast-check";
import { complaintAboutEndpoint } from "../../../src/model/endpoint";

describe("an endpoint", () => {
  test.each([
    "https://vpcpeer.aliyuncs.com",
    "https://10.0.0.1:8443",
    "https://gateway.example.com/path",
    "http://127.0.0.1:4566",
    "http://127.9.8.7",
    "http://localhost:4566",
    "http://LOCALHOST:4566",
    "http://[::1]:1",
  ])("%s is fine", (endpoint) => {
    expect(complaintAboutEndpoint(endpoint)).toBeUndefined();
  });

  test.each([
    "http://vpcpeer.aliyuncs.com",
    "http://10.0.0.1",
    "http://0.0.0.0",
    "http://128.0.0.1",
    "http://localhost.evil.com",
    "http://127.evil.com",
    "http://127.0.0.1.evil.com",
    "http://127.0.0.1@evil.com",
    "http://localhost:80@evil.com",
    "http://evil.com/127.0.0.1",
    "http://evil.com#127.0.0.1",
    "http://[::2]:1",
    "ftp://127.0.0.1",
    "127.0.0.1:4566",
    "localhost:4566",
    "vpcpeer.aliyuncs.com",
    "",
    " ",
    "http://",
  ])("%s is refused", (endpoint) => {
    expect(complaintAboutEndpoint(endpoint)).toEqual(expect.stringMatching(/https:\/\//));
  });

  test("whatever the host: https is fine, plain http is not", () => {
    fc.assert(
      fc.property(fc.domain(), fc.nat(65_535), (host, port) => {
        expect(complaintAboutEndpoint(`https://${host}:${port}`)).toBeUndefined();
        expect(complaintAboutEndpoint(`http://${host}:${port}`)).toBeDefined();
      }),
    );
  });

  test("whatever the IPv4 address: plain http is fine within 127.0.0.0/8 only", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.ipV4(),
          fc.ipV4().map((ip) => ip.replace(/^\d+/, "127")),
        ),
        (ip) => {
          expect(complaintAboutEndpoint(`http://${ip}:80`) === undefined).toBe(ip.startsWith("127."));
        },
      ),
    );
  });

  test("never throws, whatever the text", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: "binary" }), fc.webUrl()), (text) => {
        const complaint = complaintAboutEndpoint(text);
        expect(["string", "undefined"]).toContain(typeof complaint);
      }),
    );
  });
});
