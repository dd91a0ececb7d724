import type { Agent } from "node:http";
import { getProxyForUrl } from "proxy-from-env";
import { NoAnswer } from "./noAnswer";
import { keepSecret } from "./secrets";

/** The way through a proxy. */
export interface Proxy {
  /** Opens a tunnel: the proxy sees whom is spoken to, and nothing of what is said. */
  agent: Agent;
  /** `proxy.example.com:3128`, as messages name it. */
  host: string;
}

export const PROXY_REMEDY =
  "Check the proxy that HTTPS_PROXY names, or name this host in NO_PROXY if it is reached without one.";

const known = new Map<string, Promise<Proxy>>();

/**
 * The proxy that the environment names for an address in HTTPS_PROXY, ALL_PROXY and NO_PROXY. Plain http, which is
 * for this machine alone, never goes through one: that would show it the request.
 */
export async function proxyFor(url: URL): Promise<Proxy | undefined> {
  if (url.protocol !== "https:") return undefined;
  const address = withScheme(getProxyForUrl(url.href));
  if (address === "") return undefined;
  const proxy = known.get(address) ?? open(address);
  known.set(address, proxy);
  return await proxy;
}

/** A proxy that is named without a scheme, as `proxy.example.com:3128`, speaks http: the library gives it that of the host behind it. */
function withScheme(address: string): string {
  const [, bare] = /^https:\/\/(.*)$/.exec(address) ?? [];
  return Object.values(process.env).includes(bare) ? `http://${bare ?? ""}` : address;
}

async function open(address: string): Promise<Proxy> {
  const { HttpsProxyAgent } = await import("https-proxy-agent");
  const { host, password } = proxyAt(address);
  keepSecret(password);
  return { agent: new HttpsProxyAgent(address, { keepAlive: true }), host };
}

/** Refuses what is no proxy's address, without showing it: there may be a password in it. */
function proxyAt(address: string): { host: string; password: string } {
  try {
    const { protocol, host, username, password } = new URL(address);
    if (protocol === "http:" || protocol === "https:") {
      decodeURIComponent(username);
      return { host, password: decodeURIComponent(password) };
    }
  } catch {
    // It is told below.
  }
  throw new NoAnswer("the environment names a proxy with an address that makes no sense", {
    executed: "no",
    isFinal: true,
    remedy:
      "Write it as http://user:password@proxy.example.com:3128 in HTTPS_PROXY, with %40 for an @ and %25 for a % in the password.",
  });
}
