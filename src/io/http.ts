import http from "node:http";
import https from "node:https";
import type { Executed } from "../model/errors";

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

/** No answer arrived. */
export class NoAnswer extends Error {
  constructor(
    readonly reason: string,
    /** Whether the server may have done the work all the same. */
    readonly executed: Extract<Executed, "no" | "unknown">,
    /** Whether there is no use in trying again. */
    readonly final = false,
  ) {
    super(reason);
  }
}

/** Connection errors that come before a request has left this machine. */
const BEFORE_SENDING = new Set(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "EHOSTUNREACH", "ENETUNREACH"]);

/** Certificates that are not to be trusted, now or in a moment. */
const UNTRUSTED = new Set([
  "CERT_HAS_EXPIRED",
  "DEPTH_ZERO_SELF_SIGNED_CERT",
  "SELF_SIGNED_CERT_IN_CHAIN",
  "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
  "ERR_TLS_CERT_ALTNAME_INVALID",
]);

const agents = {
  "http:": new http.Agent({ keepAlive: true }),
  "https:": new https.Agent({ keepAlive: true, rejectUnauthorized: true }),
};

/** Sends a request and reads the whole answer, or throws {@link NoAnswer}. */
export async function send(request: HttpRequest): Promise<HttpAnswer> {
  const { protocol } = request.url;
  if (protocol !== "http:" && protocol !== "https:")
    throw new NoAnswer(`${protocol} is not spoken here`, "no", true);
  return await new Promise<HttpAnswer>((resolve, reject) => {
    const outgoing = (protocol === "http:" ? http : https).request(request.url, {
      method: request.method,
      agent: agents[protocol],
      headers: { ...request.headers, "content-length": String(Buffer.byteLength(request.body)) },
    });
    const timer = setTimeout(() => {
      fail(new NoAnswer(`no answer within ${Math.round(request.timeoutMs)} ms`, "unknown"));
      outgoing.destroy();
    }, request.timeoutMs);
    const fail = (error: NodeJS.ErrnoException): void => {
      clearTimeout(timer);
      reject(error instanceof NoAnswer ? error : noAnswer(error, request.url));
    };
    outgoing.on("error", fail);
    outgoing.on("close", () => {
      fail(new NoAnswer("the connection was closed", "unknown"));
    });
    outgoing.on("upgrade", (_answer, socket) => {
      socket.destroy();
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

function noAnswer(error: NodeJS.ErrnoException, url: URL): NoAnswer {
  const code = error.code ?? "";
  if (code === "ECONNREFUSED") return new NoAnswer(`nothing listens at ${url.host}`, "no");
  if (UNTRUSTED.has(code)) return new NoAnswer(`its certificate is not to be trusted (${code})`, "no", true);
  return new NoAnswer(code === "" ? error.message : code, BEFORE_SENDING.has(code) ? "no" : "unknown");
}
