import { isIPv4, isIPv6 } from "node:net";

/** An address as a number. */
export interface Address {
  readonly version: 4 | 6;
  readonly value: bigint;
}

/** Reads an address of either version; undefined where the text is none. */
export function readAddress(text: string): Address | undefined {
  if (isIPv4(text)) return { version: 4, value: joined(text.split(".").map(Number), 8) };
  if (isIPv6(text) && !text.includes("%")) return { version: 6, value: joined(groupsOf(text), 16) };
  return undefined;
}

/** Writes an address; the longest run of zeros of IPv6 becomes two colons. */
export function addressText(version: 4 | 6, value: bigint): string {
  if (version === 4) return parts(value, 4, 8).join(".");
  const groups = parts(value, 8, 16).map((group) => group.toString(16));
  const runs = groups.map((_, from) => {
    const end = groups.findIndex((group, index) => index >= from && group !== "0");
    return { from, length: (end < 0 ? groups.length : end) - from };
  });
  const longest = runs.reduce((best, run) => (run.length > best.length ? run : best));
  if (longest.length < 2) return groups.join(":");
  const { from, length } = longest;
  return `${groups.slice(0, from).join(":")}::${groups.slice(from + length).join(":")}`;
}

/** The eight groups of an IPv6 address, whose last two may be written as IPv4. */
function groupsOf(text: string): number[] {
  const [head = [], tail] = text.split("::").map(groupsIn);
  if (tail === undefined) return [...head];
  return [...head, ...Array<number>(8 - head.length - tail.length).fill(0), ...tail];
}

function groupsIn(text: string): number[] {
  if (text === "") return [];
  return text.split(":").flatMap((group) => {
    if (!group.includes(".")) return [parseInt(group, 16)];
    const [a = 0, b = 0, c = 0, d = 0] = group.split(".").map(Number);
    return [a * 256 + b, c * 256 + d];
  });
}

function joined(values: readonly number[], bits: number): bigint {
  return values.reduce((sum, value) => (sum << BigInt(bits)) + BigInt(value), 0n);
}

function parts(value: bigint, count: number, bits: number): number[] {
  return Array.from({ length: count }, (_, index) =>
    Number((value >> BigInt(bits * (count - 1 - index))) & ((1n << BigInt(bits)) - 1n)),
  );
}
