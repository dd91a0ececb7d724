import type { HttpRequest } from "../../../src/io/http";
import { send } from "../../../src/io/http";
import { NoAnswer } from "../../../src/io/noAnswer";
import { request } from "../support/request";
import { closeServers, serveHttp, serveRaw } from "../support/serve";

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

describe("a request without an answer", () => {
  test("was not executed if nothing listens there, and the message says where", async () => {
    const url = await serveHttp(() => undefined);
    closeServers();
    const { executed, reason, isFinal } = await failure(request(url));
    expect({ executed, reason, isFinal }).toEqual({
      executed: "no",
      reason: `nothing listens at ${url.host}`,
      isFinal: false,
    });
  });

  test("was not executed if nothing listens at any address of a name", async () => {
    const url = await serveHttp(() => undefined);
    closeServers();
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
    const url = await serveHttp(() => undefined);
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
    const url = await serveHttp((incoming, outgoing) => {
      if (++asked === 2) incoming.socket.destroy();
      else outgoing.end("ok");
    });
    await send(request(url));
    await failure(request(url));
    expect((await send(request(url))).body).toBe("ok");
  });
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
