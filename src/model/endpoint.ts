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
