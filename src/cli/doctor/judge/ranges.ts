import ipaddr from "ipaddr.js";
import { canonical } from "../../../model/cidr";

/** Addresses that follow one another, from the first to the last. */
export interface Range {
  version: 4 | 6;
  first: bigint;
  last: bigint;
  /** How long the prefix is that names it; of what is left of a block, that of the block. */
  bits: number;
}

/** What was taken apart once: a hub's routes are looked at for each of its spokes. */
const ranges = new Map<string, Range | undefined>();

/** The addresses of a block; nothing if this is no block, as where a route leads to a list of blocks. */
export function rangeOf(cidr: string): Range | undefined {
  if (!ranges.has(cidr)) ranges.set(cidr, takenApart(cidr));
  return ranges.get(cidr);
}

function takenApart(cidr: string): Range | undefined {
  const known = canonical(cidr);
  if (known === undefined) return undefined;
  const [address, bits] = ipaddr.parseCIDR(known);
  const bytes = address.toByteArray();
  const first = bytes.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
  const size = 1n << BigInt(bytes.length * 8 - bits);
  return { version: bytes.length === 4 ? 4 : 6, first, last: first + size - 1n, bits };
}

/** The addresses that both have. */
export function common(one: Range, other: Range): Range | undefined {
  if (one.version !== other.version) return undefined;
  const first = one.first > other.first ? one.first : other.first;
  const last = one.last < other.last ? one.last : other.last;
  return first > last ? undefined : { ...one, first, last };
}

/** What is left of some addresses without others: nothing, one range, or two. */
export function without(whole: Range, taken: Range): Range[] {
  if (common(whole, taken) === undefined) return [whole];
  const before = { ...whole, last: taken.first - 1n };
  const after = { ...whole, first: taken.last + 1n };
  return [before, after].filter(({ first, last }) => first <= last);
}

/** A range for people: `10.2.0.0/17`, or where it is no block `10.2.0.0-10.2.191.255`. */
export function rangeText({ version, first, last }: Range): string {
  const size = last - first + 1n;
  const isBlock = (size & (size - 1n)) === 0n && first % size === 0n;
  const text = addressText(version, first);
  if (!isBlock) return `${text}-${addressText(version, last)}`;
  const bits = (version === 4 ? 32 : 128) - (size.toString(2).length - 1);
  return `${text}/${bits}`;
}

function addressText(version: Range["version"], address: bigint): string {
  const bytes = Array.from({ length: version === 4 ? 4 : 16 }, (_, index, all = version === 4 ? 4 : 16) =>
    Number((address >> BigInt(8 * (all - 1 - index))) & 255n),
  );
  return ipaddr.fromByteArray(bytes).toString();
}
