import type { HttpRequest } from "../../../src/io/http";

/** A request to this address, with nothing in it but what is given. */
export const request = (url: URL, more: Partial<HttpRequest> = {}): HttpRequest => ({
  method: "POST",
  url,
  headers: {},
  body: "",
  timeoutMs: 10_000,
  ...more,
});
