/** Checks the address that a user gave as `endpoint`; answers what is wrong with it. */
export function complaintAboutEndpoint(endpoint: string): string | undefined {
  const url = URL.canParse(endpoint) ? new URL(endpoint) : undefined;
  if (url?.protocol === "https:") return undefined;
  if (url?.protocol !== "http:")
    return "must be a URL that begins with https:// (or http:// on this machine)";
  const loopback =
    url.hostname === "localhost" || url.hostname === "[::1]" || url.hostname.startsWith("127.");
  return loopback ? undefined : "must begin with https://, since plain http:// is for this machine only";
}
