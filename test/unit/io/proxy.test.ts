import type { AddressInfo, Socket } from "node:net";
import net from "node:net";
import { send } from "../../../src/io/http";
import { NoAnswer } from "../../../src/io/noAnswer";
import { redacted } from "../../../src/io/secrets";

const VARIABLES = ["HTTPS_PROXY", "HTTP_PROXY", "ALL_PROXY", "NO_PROXY"].flatMap((name) => [
  name,
  name.toLowerCase(),
]);
const before = Object.fromEntries(VARIABLES.map((name) => [name, process.env[name]]));

const servers: net.Server[] = [];

beforeEach(() => {
  for (const name of VARIABLES) Reflect.deleteProperty(process.env, name);
});
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});
afterAll(() => {
  for (const [name, value] of Object.entries(before)) if (value !== undefined) process.env[name] = value;
});

/** A server that hands each connection to `handle`; answers its host and port. */
async function serve(handle: (socket: Socket) => void): Promise<string> {
  const server = net.createServer((socket) => {
    socket.on("error", () => undefined);
    handle(socket);
  });
  servers.push(server);
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** A proxy that answers every CONNECT with this status, and keeps what it sees: the request, then what goes through. */
async function proxyAnswering(status: string) {
  const seen = { connect: "", through: Buffer.alloc(0) };
  const host = await serve((socket) => {
    socket.once("data", (head) => {
      seen.connect = head.toString();
      socket.write(`HTTP/1.1 ${status}\r\n\r\n`);
      socket.once("data", (bytes) => {
        seen.through = Buffer.concat([seen.through, bytes]);
        socket.destroy();
      });
    });
  });
  return { host, seen };
}

const failure = async (url: string): Promise<NoAnswer> => {
  const request = {
    method: "POST",
    url: new URL(url),
    headers: { "x-key": "the-signature" },
    body: "the-body",
  } as const;
  return await send({ ...request, timeoutMs: 10_000 }).then(
    () => Promise.reject(new Error("it was answered")),
    (error: unknown) => error as NoAnswer,
  );
};

test.each(["HTTPS_PROXY", "https_proxy", "ALL_PROXY"])(
  "%s is asked for a tunnel, and sees nothing in clear of what goes through it",
  async (variable) => {
    const { host, seen } = await proxyAnswering("200 Connection established");
    process.env[variable] = `http://${host}`;
    const error = await failure("https://vpc.example.com/");
    expect(error).toBeInstanceOf(NoAnswer);
    expect(error.executed).toBe("unknown");
    expect(seen.connect).toMatch(/^CONNECT vpc\.example\.com:443 HTTP\/1\.1\r\n/);
    expect(seen.connect).not.toContain("the-signature");
    // The first byte of a TLS handshake.
    expect(seen.through[0]).toBe(22);
    expect(seen.through.toString("latin1")).not.toMatch(/the-signature|the-body|POST/);
  },
);

test("a proxy that is asked again for the same host opens another tunnel", async () => {
  const { host, seen } = await proxyAnswering("200 OK");
  process.env["HTTPS_PROXY"] = `http://${host}`;
  await failure("https://one.example.com/");
  await failure("https://other.example.com:8443/");
  expect(seen.connect).toContain("CONNECT other.example.com:8443 ");
});

test.each([
  ["502 Bad Gateway", false],
  ["503 Service Unavailable", false],
  ["407 Proxy Authentication Required", true],
  ["403 Forbidden", true],
])("a proxy that answers %s did nothing, and is named", async (status, isFinal) => {
  const { host } = await proxyAnswering(status);
  process.env["HTTPS_PROXY"] = `http://user:hidden-password@${host}`;
  const error = await failure("https://vpc.example.com/");
  expect(error).toMatchObject({ executed: "no", isFinal });
  expect(error.reason).toBe(`the proxy ${host} lets nothing through (HTTP ${status.slice(0, 3)})`);
  expect(error.remedy).toMatch(/HTTPS_PROXY.*NO_PROXY/);
  expect(redacted(`as in hidden-password`)).toBe("as in [secret]");
});

test("a proxy that cannot be reached is named, not the host behind it", async () => {
  const host = await serve(() => undefined);
  servers.splice(0).forEach((server) => server.close());
  process.env["HTTPS_PROXY"] = `http://${host}`;
  const error = await failure("https://vpc.example.com/");
  expect(error).toMatchObject({
    executed: "no",
    reason: `the proxy ${host} cannot be reached (ECONNREFUSED)`,
  });
});

test("a host that NO_PROXY names is reached directly", async () => {
  const { host, seen } = await proxyAnswering("200 OK");
  let isReached = false;
  const direct = await serve((socket) => {
    isReached = true;
    socket.destroy();
  });
  process.env["HTTPS_PROXY"] = `http://${host}`;
  process.env["NO_PROXY"] = "127.0.0.1";
  await failure(`https://${direct}/`);
  expect([isReached, seen.connect]).toEqual([true, ""]);
});

test("plain http, which is for this machine, never goes through a proxy", async () => {
  const { host, seen } = await proxyAnswering("200 OK");
  const direct = await serve((socket) => {
    socket.end("HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}");
  });
  for (const name of ["HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"]) process.env[name] = `http://${host}`;
  const request = { method: "POST", url: new URL(`http://${direct}/`), headers: {}, body: "" } as const;
  expect(await send({ ...request, timeoutMs: 10_000 })).toMatchObject({ status: 200, body: "{}" });
  expect(seen.connect).toBe("");
});

test("a proxy that is named without a scheme speaks http", async () => {
  const { host, seen } = await proxyAnswering("200 OK");
  process.env["HTTPS_PROXY"] = host;
  await failure("https://vpc.example.com/");
  expect(seen.connect).toContain("CONNECT vpc.example.com:443 ");
});

test.each([
  "socks5://user:hidden@127.0.0.1:1",
  "http://",
  "http://user:hidden@[",
  "http://user:hid%den@127.0.0.1:1",
  "http://us%er:hidden@127.0.0.1:1",
])("a proxy's address that makes no sense (%s) is refused at once, and not shown", async (address) => {
  process.env["HTTPS_PROXY"] = address;
  const error = await failure("https://vpc.example.com/");
  expect(error).toBeInstanceOf(NoAnswer);
  expect(error).toMatchObject({ executed: "no", isFinal: true });
  expect(`${error.reason} ${error.remedy ?? ""}`).toMatch(/address that makes no sense.*HTTPS_PROXY/);
  expect(`${error.reason} ${error.remedy ?? ""}`).not.toContain("hid");
});
