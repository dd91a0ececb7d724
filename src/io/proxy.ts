import type { Agent } from "node:http";
import { getProxyForUrl } from "proxy-from-env";
import { keepSecret } from "./secrets";

/** The way through a proxy. */
export interface Proxy {
  /** Opens a tunnel: the proxy sees whom is spoken to, and nothing of what is said. */
  agent: Agent;
  /** `proxy.example.com:3128`, as messages name it. */
  host: string;
}

const known = new Map<string, Promise<Proxy>>();

/**
 * The proxy that the environment names for an address in HTTPS_PROXY, ALL_PROXY and NO_PROXY. Plain http, which is
 * for this machine alone, never goes through one: that would show it the request.
 */
export async function proxyFor(url: URL): Promise<Proxy | undefined> {
  if (url.protocol !== "https:") return undefined;
  const address = getProxyForUrl(url.href);
  if (address === "") return undefined;
  const proxy = known.get(address) ?? open(address);
  known.set(address, proxy);
  return await proxy;
}

async function open(address: string): Promise<Proxy> {
  const { HttpsProxyAgent } = await import("https-proxy-agent");
  const { host, password } = new URL(address);
  keepSecret(decodeURIComponent(password));
  return { agent: new HttpsProxyAgent(address, { keepAlive: true }), host };
}
