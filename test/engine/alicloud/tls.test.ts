import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { PRELUDE } from "./program";
import { openStack } from "../support";

/** Made for this test, signed by nobody else, valid for 127.0.0.1 until 2120; it protects nothing. */
const SELF_SIGNED = {
  key: `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgkXWAGDCtv4d5S+Zx
HevGmf5xuAdx47IJcCP5SANF49ahRANCAAR8U5yolvVueIAswH15SrCcGknOQCu6
Qd8iEFm/maYWsKwQFv5lxk7EaWLJh8NjgsUmBKuFWSjthKv6EuVTwSHK
-----END PRIVATE KEY-----`,
  cert: `-----BEGIN CERTIFICATE-----
MIIBSjCB8aADAgECAgEBMAoGCCqGSM49BAMCMBQxEjAQBgNVBAMMCTEyNy4wLjAu
MTAgFw0yMDAxMDEwMDAwMDBaGA8yMTIwMDEwMTAwMDAwMFowFDESMBAGA1UEAwwJ
MTI3LjAuMC4xMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEfFOcqJb1bniALMB9
eUqwnBpJzkArukHfIhBZv5mmFrCsEBb+ZcZOxGliyYfDY4LFJgSrhVko7YSr+hLl
U8EhyqMyMDAwDwYDVR0RBAgwBocEfwAAATAdBgNVHQ4EFgQUhXWWGgoyvdXTSLsT
BwgloI2Fu3YwCgYIKoZIzj0EAwIDSAAwRQIhAMZM8m57G7DHBvU/J2twmDHSnYYm
pqqsKN8Z9sp2uXLrAiBM8D+jgHXpE7irNj3GV925qI8+G2DEsry3vUR2CSP5qQ==
-----END CERTIFICATE-----`,
};

/** A server on this machine with that certificate, and how many requests have reached it. */
async function serve() {
  const served = { url: "", requests: 0, close: (): void => undefined };
  const server = createServer(SELF_SIGNED, (_request, response) => {
    served.requests++;
    response.end("{}");
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  served.url = `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
  served.close = () => server.close();
  return served;
}

test("a certificate that nobody vouches for is refused, even where Node.js is told to take any", async () => {
  const server = await serve();
  try {
    const takesAny = { NODE_TLS_REJECT_UNAUTHORIZED: "0", NODE_NO_WARNINGS: "1" };
    // So that this is no vain test: with that variable, Node.js itself does take it.
    const careless = spawn(process.execPath, ["-e", `fetch("${server.url}").then(() => process.exit(7))`], {
      env: { ...process.env, ...takesAny },
    });
    expect(await once(careless, "exit")).toEqual([7, null]);
    expect(server.requests).toBe(1);

    const stack = await openStack(`${PRELUDE}
      new VpcPeering("hub-app", {
        cloud: "alicloud",
        requester: { vpcId: "vpc-bp1hub01" },
        accepter: { vpcId: "vpc-bp1app01", accountId: "1000000000000001" },
      }, { provider: a("a", { endpoint: "${server.url}" }) });`);
    Object.assign(stack.environment, takesAny);
    const refused = await stack.fails("up", "--yes", "--skip-preview");
    expect(refused).toContain("its certificate is not to be trusted (DEPTH_ZERO_SELF_SIGNED_CERT)");
    expect(server.requests).toBe(1);
  } finally {
    server.close();
  }
});
