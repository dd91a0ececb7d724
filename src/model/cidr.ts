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
  if (one === undefined || other === undefined || one.first.kind() !== other.first.kind()) return false;
  return one.bits >= other.bits && one.first.match(other.first, other.bits);
}

/** Whether two blocks have addresses in common: then one is within the other. */
export function overlap(one: string, other: string): boolean {
  return isWithin(one, other) || isWithin(other, one);
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
