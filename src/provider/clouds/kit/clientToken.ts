import { createHash } from "node:crypto";
import type { TokenSeed } from "../cloud";

/**
 * The token that makes a repeated request recognisable: the same for the same owner, action, attempt and
 * request, in whichever process; 46 ASCII characters. An edited request gets another one.
 */
export function clientToken(
  action: string,
  { marker, attempt }: TokenSeed,
  params: Readonly<Record<string, unknown>>,
): string {
  const request = Object.entries(params)
    .filter(([, value]) => value !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const seed = JSON.stringify([marker, action, attempt, request]);
  return `vp-${createHash("sha256").update(seed).digest("base64url")}`;
}
