/** Whether two address ranges have an address in common. What is no IPv4 range overlaps nothing. */
export function overlap(a: string, b: string): boolean {
  const [left, right] = [rangeOf(a), rangeOf(b)];
  return left !== undefined && right !== undefined && left.from <= right.to && right.from <= left.to;
}

/** Whether any range of one list overlaps any of the other. */
export function anyOverlap(some: readonly string[], others: readonly string[]): boolean {
  return some.some((one) => others.some((other) => overlap(one, other)));
}

function rangeOf(cidr: string): { from: number; to: number } | undefined {
  const [, a, b, c, d, bits] = /^(\d+)\.(\d+)\.(\d+)\.(\d+)\/(\d+)$/.exec(cidr) ?? [];
  if (bits === undefined) return undefined;
  const address = [a, b, c, d].reduce((sum, part) => sum * 256 + Number(part), 0);
  const size = 2 ** (32 - Number(bits));
  const from = Math.floor(address / size) * size;
  return { from, to: from + size - 1 };
}
