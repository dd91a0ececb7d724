import { addressText, readAddress } from "./address";

/** A block of addresses, such as 10.0.0.0/16: all that begin with the same bits. */
export interface Block {
  readonly version: 4 | 6;
  /** The first address, as a number. */
  readonly first: bigint;
  /** How many bits its addresses have in common. */
  readonly bits: number;
}

/** How many bits an address has. */
const widths = { 4: 32, 6: 128 } as const;

/** What a text says of a block: the block, and whether the text names another address of it than the first. */
export interface ReadBlock {
  readonly block: Block;
  readonly hasHostBits: boolean;
}

/** Reads a block; a bare address is a block of one. Undefined where the text is none. */
export function readBlock(text: string): ReadBlock | undefined {
  const [, written = "", length] = /^([^/]*)(?:\/(\d{1,3}))?$/.exec(text) ?? [];
  const address = readAddress(written);
  if (address === undefined) return undefined;
  const { version, value } = address;
  const bits = length === undefined ? widths[version] : Number(length);
  if (bits > widths[version]) return undefined;
  const first = value - (value % sizeOf(version, bits));
  return { block: { version, first, bits }, hasHostBits: first !== value };
}

/** The blocks among texts; what is no block is left out. */
export function blocksIn(texts: readonly string[]): Block[] {
  return texts.flatMap((text) => readBlock(text)?.block ?? []);
}

/** The one way to write a block: no other bits set, IPv6 compressed and in lower case. */
export function blockText({ version, first, bits }: Block): string {
  return `${addressText(version, first)}/${bits}`;
}

/** Whether all addresses of a block are in another, which may be the same. */
export function contains(outer: Block, inner: Block): boolean {
  return outer.bits <= inner.bits && overlap(outer, inner);
}

/** Whether two blocks have an address in common. One of them then contains the other. */
export function overlap(a: Block, b: Block): boolean {
  if (a.version !== b.version) return false;
  const size = sizeOf(a.version, Math.min(a.bits, b.bits));
  return a.first / size === b.first / size;
}

/** Whether two blocks are one. */
export function isSame(a: Block, b: Block): boolean {
  return a.bits === b.bits && overlap(a, b);
}

/** Whether any block of one list has an address in common with any of another. */
export function anyOverlap(some: readonly Block[], others: readonly Block[]): boolean {
  return some.some((one) => others.some((other) => overlap(one, other)));
}

/** The two halves of a block that is more than one address. */
export function halvesOf({ version, first, bits }: Block): readonly [Block, Block] {
  const half = { version, first, bits: bits + 1 };
  return [half, { ...half, first: first + sizeOf(version, bits + 1) }];
}

function sizeOf(version: 4 | 6, bits: number): bigint {
  return 1n << BigInt(widths[version] - bits);
}
