import { send } from "../../../src/io/http";
import { request } from "../support/request";
import { serveHttp } from "../support/serve";

describe("a request that is answered", () => {
  test("arrives as it was sent, and its answer comes back as it was given", async () => {
    const url = await serveHttp((incoming, outgoing) => {
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
    const url = await serveHttp((incoming, outgoing) => {
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
    const url = await serveHttp((_, outgoing) => {
      outgoing.writeHead(204).end();
    });
    expect(await send(request(url, { method: "DELETE" }))).toMatchObject({ status: 204, body: "" });
  });

  test("may be answered before it was read", async () => {
    const url = await serveHttp((_, outgoing) => {
      outgoing.writeHead(503).end("later");
    });
    expect(await send(request(url, { body: "x".repeat(100_000) }))).toMatchObject({
      status: 503,
      body: "later",
    });
  });

  test("uses the connection of the one before it", async () => {
    const ports = new Set<number | undefined>();
    const url = await serveHttp((incoming, outgoing) => {
      ports.add(incoming.socket.remotePort);
      outgoing.end("ok");
    });
    for (let time = 0; time < 4; time++) await send(request(url, { body: "x" }));
    expect(ports.size).toBe(1);
  });

  test("does not wait for another that is slow", async () => {
    let answerSlow = (): void => undefined;
    const url = await serveHttp((incoming, outgoing) => {
      if (incoming.url === "/slow") answerSlow = () => outgoing.end("slow");
      else outgoing.end("fast");
    });
    const slow = send(request(new URL("/slow", url)));
    expect((await send(request(url))).body).toBe("fast");
    answerSlow();
    expect((await slow).body).toBe("slow");
  });
});
