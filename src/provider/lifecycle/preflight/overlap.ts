import { BlockList, isIPv6 } from "node:net";

/** The pairs of address blocks, in CIDR notation, of which one contains the other. */
export function overlaps(these: readonly string[], those: readonly string[]): [string, string][] {
  return these.flatMap((one) =>
    those
      .filter((other) => contains(one, other) || contains(other, one))
      .map((other): [string, string] => [one, other]),
  );
}

/** Two blocks share addresses only if the first address of one is in the other. */
function contains(block: string, other: string): boolean {
  const [network = "", bits] = block.split("/");
  const [first = ""] = other.split("/");
  const family = isIPv6(network) ? "ipv6" : "ipv4";
  if (isIPv6(first) !== isIPv6(network)) return false;
  const list = new BlockList();
  list.addSubnet(network, Number(bits), family);
  return list.check(first, family);
}
