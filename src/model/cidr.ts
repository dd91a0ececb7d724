import ipaddr from "ipaddr.js";

/** An address block, taken apart. */
interface Block {
  first: ipaddr.IPv4 | ipaddr.IPv6;
  bits: number;
}

/** An address block in canonical form: no host bits, IPv6 compressed and in lower case. Nothing if this is no block. */
export function canonical(text: string): string | undefined {
  const block = blockIn(text);
  return block === undefined ? undefined : `${block.first.toString()}/${block.bits}`;
}

/** Whether a block names addresses beyond its prefix, as `10.2.3.4/16` does: whoever wrote it may have meant another one. */
export function hasHostBits(text: string): boolean {
  const block = blockIn(text);
  return block !== undefined && ipaddr.parse(addressIn(text)).toString() !== block.first.toString();
}

/** Whether a block is one of IPv6. */
export function isIpv6(cidr: string): boolean {
  return cidr.includes(":");
}

/** Whether all addresses of a block are in another. What is no block is in none, and has none. */
export function isWithin(inner: string, outer: string): boolean {
  const [one, other] = [blockIn(inner), blockIn(outer)];
  return one !== undefined && other !== undefined && liesIn(one, other);
}

/** Whether two blocks have addresses in common: then one is within the other. */
export function overlap(one: string, other: string): boolean {
  return isWithin(one, other) || isWithin(other, one);
}

/** Which of these lists of blocks have addresses in common: pairs of their places, in order. */
export function overlapping(lists: readonly (readonly string[])[]): (readonly [number, number])[] {
  const inOrder = lists.flatMap((blocks, place) => blocks.flatMap((text) => placed(text, place)));
  inOrder.sort(widestFirst);
  const found = new Set<string>();
  /** The blocks that the one at hand is within, the widest first: blocks either lie in each other, or apart. */
  const around: PlacedBlock[] = [];
  for (const one of inOrder) {
    for (let last = around.at(-1); last && !liesIn(one, last); last = around.at(-1)) around.pop();
    for (const { place } of around) found.add([place, one.place].sort((a, b) => a - b).join(" "));
    around.push(one);
  }
  return [...found]
    .map((pair) => pair.split(" ").map(Number) as [number, number])
    .filter(([one, other]) => one !== other)
    .sort(([a, b], [c, d]) => a - c || b - d);
}

/** A block of the list at this place. */
interface PlacedBlock extends Block {
  place: number;
}

function placed(text: string, place: number): PlacedBlock[] {
  const block = blockIn(text);
  return block === undefined ? [] : [{ ...block, place }];
}

function liesIn(one: Block, other: Block): boolean {
  if (one.first.kind() !== other.first.kind()) return false;
  return one.bits >= other.bits && one.first.match(other.first, other.bits);
}

/** Sorts blocks so that each comes after all that it lies in, and before all that lie behind it. */
function widestFirst(one: Block, other: Block): number {
  const [a, b] = [one.first.toByteArray(), other.first.toByteArray()];
  const differ = a.findIndex((byte, index) => byte !== b[index]);
  if (a.length !== b.length || differ === -1) return a.length - b.length || one.bits - other.bits;
  return (a[differ] ?? 0) - (b[differ] ?? 0);
}

function addressIn(text: string): string {
  return text.split("/")[0] ?? "";
}

/** The parser also takes forms that clouds refuse or read otherwise: 10.1/16, 010.0.0.0/8 (which is octal), fe80::1%eth0/64. */
const USUAL = /^(\d|[1-9]\d+)(\.(\d|[1-9]\d+)){3}\/(\d|[1-9]\d)$|^[\da-f:.]*:[\da-f:.]*\/\d+$/i;

function blockIn(text: string): Block | undefined {
  if (!USUAL.test(text) || !ipaddr.isValidCIDR(text)) return undefined;
  const [address, bits] = ipaddr.parseCIDR(text);
  const { IPv4, IPv6 } = ipaddr;
  const family = address.kind() === "ipv4" ? IPv4 : IPv6;
  return { first: family.networkAddressFromCIDR(text), bits };
}
