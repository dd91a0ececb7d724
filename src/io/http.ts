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

/** What is known of a request that got no answer. */
interface WithoutAnswer {
  /** Whether the server may have done the work all the same. */
  executed: Extract<Executed, "no" | "unknown">;
  /** Whether there is no use in trying again. */
  isFinal?: boolean;
}

/** No answer arrived. */
export class NoAnswer extends Error {
  readonly executed: WithoutAnswer["executed"];
  readonly isFinal: boolean;

  constructor(
    readonly reason: string,
    { executed, isFinal = false }: WithoutAnswer,
  ) {
    super(reason);
    this.executed = executed;
    this.isFinal = isFinal;
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
    throw new NoAnswer(`${protocol} is not spoken here`, { executed: "no", isFinal: true });
  return await new Promise<HttpAnswer>((resolve, reject) => {
    const outgoing = (protocol === "http:" ? http : https).request(request.url, {
      method: request.method,
      agent: agents[protocol],
      headers: { ...request.headers, "content-length": String(Buffer.byteLength(request.body)) },
    });
    const timer = setTimeout(() => {
      fail(new NoAnswer(`no answer within ${Math.round(request.timeoutMs)} ms`, { executed: "unknown" }));
      outgoing.destroy();
    }, request.timeoutMs);
    const fail = (error: NodeJS.ErrnoException): void => {
      clearTimeout(timer);
      reject(error instanceof NoAnswer ? error : noAnswer(error, request.url));
    };
    outgoing.on("error", fail);
    outgoing.on("close", () => {
      fail(new NoAnswer("the connection was closed", { executed: "unknown" }));
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
  if (code === "ECONNREFUSED") return new NoAnswer(`nothing listens at ${url.host}`, { executed: "no" });
  if (UNTRUSTED.has(code)) {
    const reason = `its certificate is not to be trusted (${code})`;
    return new NoAnswer(reason, { executed: "no", isFinal: true });
  }
  const executed = BEFORE_SENDING.has(code) ? "no" : "unknown";
  return new NoAnswer(code === "" ? error.message : code, { executed });
}
