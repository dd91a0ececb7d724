import { PeeringError } from "./errors";
import type { CloudName } from "./peering";
import type { Settings } from "../provider/clouds/cloud";

/** Checks the address that a user gave as `endpoint`; answers what is wrong with it. */
export function complaintAboutEndpoint(endpoint: string): string | undefined {
  const url = URL.canParse(endpoint) ? new URL(endpoint) : undefined;
  if (url?.protocol !== "http:" && url?.protocol !== "https:") {
    return "must be a URL that begins with https:// (or http:// on this machine)";
  }
  if (url.protocol === "https:") return undefined;
  const isLoopback = /^(localhost|\[::1\]|127(\.\d{1,3}){3})$/.test(url.hostname);
  return isLoopback ? undefined : "must begin with https://, since plain http:// is for this machine only";
}

/** The `endpoint` among a cloud's settings, checked where it is used: a stack's config is seen only there. */
export function endpointIn(cloud: CloudName, settings: Settings): string | undefined {
  const setting = settings(`${cloud}:endpoint`);
  const endpoint = typeof setting === "string" ? setting.trim() : "";
  if (endpoint === "") return undefined;
  const complaint = complaintAboutEndpoint(endpoint);
  if (complaint === undefined) return endpoint;
  throw new PeeringError(`\`${cloud}:endpoint\` is ${JSON.stringify(endpoint)}: it ${complaint}.`, {
    kind: "invalid",
    cloud,
  });
}
