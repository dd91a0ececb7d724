import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from "node:http";

/** The largest body that any of the clouds takes. */
const maxBodyBytes = 12 * 1024 * 1024;

/** The longest query and headers: official clients write a batch of 50 routes, with its texts, into the query. */
export const maxHeaderBytes = 256 * 1024;

/** A request as it came in, read to its end. */
export interface RawRequest {
  readonly method: string;
  readonly path: string;
  /** What stood behind the question mark, as it came. */
  readonly rawQuery: string;
  /** Decoded names and values of the query, in the order they came. */
  readonly query: readonly (readonly [string, string])[];
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  /** Whether the body was longer than any cloud takes; `body` is then its beginning. */
  readonly isTooLarge: boolean;
}

/** A finished answer, and the error code in it (null for a success) for the request log. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly code: string | null;
}

/** Reads a request to its end, chunked or not. */
export async function readRequest(message: IncomingMessage): Promise<RawRequest> {
  // A client that takes this port for its proxy names the host as well.
  const url = (message.url ?? "/").replace(/^https?:\/\/[^/?]*/i, "");
  const mark = url.indexOf("?");
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of message as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    // What is too long is read all the same: a client that is still sending would not hear the answer.
    if (bytes <= maxBodyBytes) chunks.push(chunk);
  }
  return {
    method: message.method ?? "GET",
    path: (mark < 0 ? url : url.slice(0, mark)) || "/",
    rawQuery: mark < 0 ? "" : url.slice(mark + 1),
    query: mark < 0 ? [] : [...new URLSearchParams(url.slice(mark + 1))],
    headers: message.headers,
    body: Buffer.concat(chunks),
    isTooLarge: bytes > maxBodyBytes,
  };
}

/** The one value of a header, or undefined. */
export function header(request: RawRequest, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value.join(",") : value;
}

/** The decoded fields of an HTML form body; empty for any other body. */
export function formFields(request: RawRequest): readonly (readonly [string, string])[] {
  const type = header(request, "content-type") ?? "";
  if (!type.toLowerCase().startsWith("application/x-www-form-urlencoded")) return [];
  return [...new URLSearchParams(request.body.toString("utf8"))];
}

/** Sends an answer. With `cutAt`, the full length is announced and the connection ends after that many bytes. */
export function send(response: ServerResponse, answer: Answer, cutAt?: number): void {
  const body = Buffer.from(answer.body, "utf8");
  // A 204 has no body, so it must not announce one either.
  const length = answer.status === 204 ? {} : { "content-length": String(body.length) };
  response.writeHead(answer.status, { ...answer.headers, ...length });
  if (cutAt === undefined || cutAt >= body.length) {
    response.end(answer.status === 204 ? undefined : body);
    return;
  }
  response.flushHeaders();
  response.write(body.subarray(0, cutAt), () => response.destroy());
}
