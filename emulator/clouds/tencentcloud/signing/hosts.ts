/**
 * The ways in which clients sign the host: as they send it, whatever that is, or without the port. The header is
 * never parsed: one of the official clients puts a whole URL there.
 */
export function hostSpellings(host: string): readonly string[] {
  return [...new Set([host, host.replace(/:\d+$/, ""), host.replace(/^https?:\/\//, "")])];
}
