import http from "node:http";
import type { AddressInfo, Socket } from "node:net";
import net from "node:net";
import type { HttpRequest } from "../../../src/io/http";
import { send } from "../../../src/io/http";
import { NoAnswer } from "../../../src/io/noAnswer";
import { remedyForCertificate } from "../../../src/io/trust";

const opened: { close: () => void }[] = [];

afterEach(() => {
  opened.splice(0).forEach(({ close }) => {
    close();
  });
});

/** A server that speaks HTTP; answers its address. */
async function serve(handle: http.RequestListener): Promise<URL> {
  const server = http.createServer(handle);
  opened.push({
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  return new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
}

/** A server that does with each connection what it is told; answers its address. */
async function serveRaw(handle: (socket: Socket) => void): Promise<URL> {
  const sockets: Socket[] = [];
  const server = net.createServer((socket) => {
    sockets.push(socket);
    socket.on("error", () => undefined);
    handle(socket);
  });
  opened.push({
    close: () => {
      server.close();
      sockets.forEach((socket) => socket.destroy());
    },
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  return new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
}

const request = (url: URL, more: Partial<HttpRequest> = {}): HttpRequest => ({
  method: "POST",
  url,
  headers: {},
  body: "",
  timeoutMs: 10_000,
  ...more,
});

/** How a request fails. It has to fail, and soon: a provider that hangs holds up the whole `pulumi up`. */
async function failure(asked: HttpRequest): Promise<NoAnswer> {
  const soon = new Promise<string>((resolve) =>
    setTimeout(() => {
      resolve("it hangs");
    }, 4_000).unref(),
  );
  const outcome: unknown = await Promise.race([send(asked).catch((error: unknown) => error), soon]);
  expect(outcome).toBeInstanceOf(NoAnswer);
  return outcome as NoAnswer;
}

describe("a request that is answered", () => {
  test("arrives as it was sent, and its answer comes back as it was given", async () => {
    const url = await serve((incoming, outgoing) => {
      const chunks: Buffer[] = [];
      incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
      incoming.on("end", () => {
        outgoing.writeHead(400, { "x-request": "7" });
        const { method, url: path, headers } = incoming;
        const body = Buffer.concat(chunks).toString();
        outgoing.end(JSON.stringify({ method, path, type: headers["content-type"], body }));
      });
    });
    url.pathname = "/a";
    url.search = "?b=c";
    const answer = await send(request(url, { headers: { "content-type": "text/x" }, body: "hello" }));
    expect(answer).toMatchObject({ status: 400, headers: { "x-request": "7" } });
    expect(JSON.parse(answer.body)).toEqual({
      method: "POST",
      path: "/a?b=c",
      type: "text/x",
      body: "hello",
    });
  });

  test("carries every letter there and back, also those that are cut in two on the way", async () => {
    const text = "ü 漢字 🙂 ".repeat(50);
    const url = await serve((incoming, outgoing) => {
      const chunks: Buffer[] = [];
      incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
      incoming.on("end", () => {
        const all = Buffer.concat(chunks);
        outgoing.writeHead(200, { "content-length": String(all.length) });
        const parts = [all.subarray(0, 4), all.subarray(4, 12), all.subarray(12)];
        const next = (): void => {
          const part = parts.shift();
          if (part === undefined) outgoing.end();
          else outgoing.write(part, () => setTimeout(next, 5));
        };
        next();
      });
    });
    expect((await send(request(url, { body: text }))).body).toBe(text);
  });

  test("may be answered with nothing at all", async () => {
    const url = await serve((_, outgoing) => {
      outgoing.writeHead(204).end();
    });
    expect(await send(request(url, { method: "DELETE" }))).toMatchObject({ status: 204, body: "" });
  });

  test("may be answered before it was read", async () => {
    const url = await serve((_, outgoing) => {
      outgoing.writeHead(503).end("later");
    });
    expect(await send(request(url, { body: "x".repeat(100_000) }))).toMatchObject({
      status: 503,
      body: "later",
    });
  });

  test("uses the connection of the one before it", async () => {
    const ports = new Set<number | undefined>();
    const url = await serve((incoming, outgoing) => {
      ports.add(incoming.socket.remotePort);
      outgoing.end("ok");
    });
    for (let time = 0; time < 4; time++) await send(request(url, { body: "x" }));
    expect(ports.size).toBe(1);
  });

  test("does not wait for another that is slow", async () => {
    let answerSlow = (): void => undefined;
    const url = await serve((incoming, outgoing) => {
      if (incoming.url === "/slow") answerSlow = () => outgoing.end("slow");
      else outgoing.end("fast");
    });
    const slow = send(request(new URL("/slow", url)));
    expect((await send(request(url))).body).toBe("fast");
    answerSlow();
    expect((await slow).body).toBe("slow");
  });
});

describe("a request without an answer", () => {
  test("was not executed if nothing listens there, and the message says where", async () => {
    const url = await serve(() => undefined);
    opened.splice(0).forEach(({ close }) => {
      close();
    });
    const { executed, reason, isFinal } = await failure(request(url));
    expect({ executed, reason, isFinal }).toEqual({
      executed: "no",
      reason: `nothing listens at ${url.host}`,
      isFinal: false,
    });
  });

  test("was not executed if nothing listens at any address of a name", async () => {
    const url = await serve(() => undefined);
    opened.splice(0).forEach(({ close }) => {
      close();
    });
    url.hostname = "localhost";
    expect(await failure(request(url))).toMatchObject({ executed: "no" });
  });

  test("was not executed if the host has no address", async () => {
    expect(await failure(request(new URL("http://nowhere.invalid/")))).toMatchObject({ executed: "no" });
  });

  test("was not executed if its protocol is not spoken here", async () => {
    const { executed, isFinal } = await failure(request(new URL("ftp://127.0.0.1/")));
    expect({ executed, isFinal }).toEqual({ executed: "no", isFinal: true });
  });

  test("may have been executed if the connection breaks before a word", async () => {
    const url = await serveRaw((socket) => {
      socket.once("data", () => {
        socket.destroy();
      });
    });
    expect(await failure(request(url, { body: "work" }))).toMatchObject({ executed: "unknown" });
  });

  test("may have been executed if the connection is reset", async () => {
    const url = await serveRaw((socket) => {
      socket.once("data", () => {
        socket.resetAndDestroy();
      });
    });
    const { executed, reason } = await failure(request(url, { body: "work" }));
    expect({ executed, reason }).toEqual({ executed: "unknown", reason: "ECONNRESET" });
  });

  test.each([
    ["half a body", "HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{"],
    ["half a chunk", "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n10\r\nabc"],
    ["half a head", "HTTP/1.1 200 OK\r\ncontent-le"],
    ["no HTTP at all", "SSH-2.0-OpenSSH_9.0\r\n"],
  ])("may have been executed if all that comes is %s", async (_, words) => {
    const url = await serveRaw((socket) => {
      socket.once("data", () => socket.end(words));
    });
    expect(await failure(request(url, { body: "work" }))).toMatchObject({ executed: "unknown" });
  });

  test.each([
    ["nothing comes", ""],
    ["the head does not end", "HTTP/1.1 200 OK\r\n"],
    ["the body does not end", "HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\nabc"],
    ["the body trickles", "trickle"],
  ])("may have been executed if %s within the time allowed", async (_, words) => {
    const url = await serveRaw((socket) => {
      socket.once("data", () => {
        if (words !== "trickle") {
          socket.write(words);
          return;
        }
        socket.write("HTTP/1.1 200 OK\r\ncontent-length: 100000\r\n\r\n");
        const timer = setInterval(() => socket.write("x"), 10);
        socket.on("close", () => {
          clearInterval(timer);
        });
      });
    });
    const { executed } = await failure(request(url, { timeoutMs: 150 }));
    expect(executed).toBe("unknown");
  });

  test("says after how long it was given up", async () => {
    const url = await serve(() => undefined);
    expect((await failure(request(url, { timeoutMs: 120 }))).reason).toBe("no answer within 120 ms");
  });

  test("leaves no open connection behind when it was given up", async () => {
    let closed: () => void;
    const isClosed = new Promise<void>((resolve) => (closed = resolve));
    const url = await serveRaw((socket) => {
      socket.resume().on("close", () => {
        closed();
      });
    });
    await failure(request(url, { timeoutMs: 100 }));
    await isClosed;
  });

  test("is no harm to the next one", async () => {
    let asked = 0;
    const url = await serve((incoming, outgoing) => {
      if (++asked === 2) incoming.socket.destroy();
      else outgoing.end("ok");
    });
    await send(request(url));
    await failure(request(url));
    expect((await send(request(url))).body).toBe("ok");
  });
});

test.each([
  ["UNABLE_TO_GET_ISSUER_CERT_LOCALLY", /NODE_EXTRA_CA_CERTS/],
  ["UNABLE_TO_VERIFY_LEAF_SIGNATURE", /NODE_EXTRA_CA_CERTS/],
  ["UNSPECIFIED", /another certificate/],
  ["CERT_NOT_YET_VALID", /clock/],
  ["ERR_TLS_CERT_ALTNAME_INVALID", /endpoint/],
  ["ECONNRESET", undefined],
  ["constructor", undefined],
])("the remedy for the certificate code %s", (code, remedy) => {
  expect(remedyForCertificate(code)).toEqual(
    remedy === undefined ? undefined : expect.stringMatching(remedy),
  );
});

test.each([
  "HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: x\r\n\r\n",
  "HTTP/1.1 100 Continue\r\n\r\n",
])("a server that says %j and no more is no answer, and does not hang the call", async (words) => {
  const url = await serveRaw((socket) => {
    socket.once("data", () => socket.write(words));
  });
  const sent = send({ method: "POST", url, headers: {}, body: "x", timeoutMs: 300 });
  await expect(sent).rejects.toThrow(NoAnswer);
});
