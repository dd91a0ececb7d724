import http from "node:http";
import https from "node:https";
import { NoAnswer } from "./noAnswer";
import type { Proxy } from "./proxy";
import { PROXY_REMEDY, proxyFor } from "./proxy";
import { remedyForCertificate } from "./trust";

/** One HTTP request, with the body as text. */
export interface HttpRequest {
  method: "GET" | "POST" | "PUT" | "DELETE";
  url: URL;
  headers: Record<string, string>;
  body: string;
  /** The longest the whole exchange may take. */
  timeoutMs: number;
}

/** A complete answer, whatever its status. */
export interface HttpAnswer {
  status: number;
  headers: http.IncomingHttpHeaders;
  body: string;
}

/** Connection errors that come before a request has left this machine. */
const BEFORE_SENDING = new Set(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "EHOSTUNREACH", "ENETUNREACH"]);

const agents = {
  "http:": new http.Agent({ keepAlive: true }),
  "https:": new https.Agent({ keepAlive: true, rejectUnauthorized: true }),
};

/** Sends a request and reads the whole answer, or throws {@link NoAnswer}. */
export async function send(request: HttpRequest): Promise<HttpAnswer> {
  const { protocol } = request.url;
  if (protocol !== "http:" && protocol !== "https:")
    throw new NoAnswer(`${protocol} is not spoken here`, { executed: "no", isFinal: true });
  const proxy = await proxyFor(request.url);
  return await new Promise<HttpAnswer>((resolve, reject) => {
    const outgoing = (protocol === "http:" ? http : https).request(request.url, {
      method: request.method,
      agent: proxy?.agent ?? agents[protocol],
      headers: { ...request.headers, "content-length": String(Buffer.byteLength(request.body)) },
    });
    const timer = setTimeout(() => {
      fail(new NoAnswer(`no answer within ${Math.round(request.timeoutMs)} ms`, { executed: "unknown" }));
      outgoing.destroy();
    }, request.timeoutMs);
    const fail = (error: NodeJS.ErrnoException): void => {
      clearTimeout(timer);
      reject(error instanceof NoAnswer ? error : noAnswer(error, request.url, proxy));
    };
    outgoing.on("error", fail);
    outgoing.on("close", () => {
      fail(new NoAnswer("the connection was closed", { executed: "unknown" }));
    });
    outgoing.on("upgrade", (_answer, socket) => {
      socket.destroy();
    });
    outgoing.on("proxyConnect", ({ statusCode }: { statusCode: number }) => {
      if (statusCode === 200) return;
      fail(refusedByProxy(statusCode, proxy));
      outgoing.destroy();
    });
    outgoing.on("response", (incoming) => {
      const chunks: Buffer[] = [];
      incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
      incoming.on("error", fail);
      incoming.on("end", () => {
        clearTimeout(timer);
        const body = Buffer.concat(chunks).toString("utf8");
        resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, body });
      });
    });
    outgoing.end(request.body);
  });
}

function noAnswer(error: NodeJS.ErrnoException, url: URL, proxy: Proxy | undefined): NoAnswer {
  const code = error.code ?? "";
  const remedy = remedyForCertificate(code);
  if (remedy !== undefined) {
    const reason = `its certificate is not to be trusted (${code})`;
    return new NoAnswer(reason, { executed: "no", isFinal: true, remedy });
  }
  if (BEFORE_SENDING.has(code) && proxy !== undefined) {
    return new NoAnswer(`the proxy ${proxy.host} cannot be reached (${code})`, {
      executed: "no",
      remedy: PROXY_REMEDY,
    });
  }
  if (code === "ECONNREFUSED") return new NoAnswer(`nothing listens at ${url.host}`, { executed: "no" });
  const executed = BEFORE_SENDING.has(code) ? "no" : "unknown";
  return new NoAnswer(code === "" ? error.message : code, { executed });
}

/** Codes that the same request will get again. */
const REFUSED_FOR_GOOD = new Set([401, 403, 405, 407]);

function refusedByProxy(status: number, proxy: Proxy | undefined): NoAnswer {
  return new NoAnswer(`the proxy ${proxy?.host ?? ""} lets nothing through (HTTP ${status})`, {
    executed: "no",
    isFinal: REFUSED_FOR_GOOD.has(status),
    remedy: PROXY_REMEDY,
  });
}
