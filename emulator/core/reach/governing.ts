import { type Block, contains, halvesOf, isSame } from "../addresses/block";

/** Something that holds for all addresses of a block, unless something longer holds for some of them. */
interface Ruling {
  readonly destination: Block;
}

/**
 * Which of these rules the addresses of a block go by, by longest prefix: each rule that at least one address goes by,
 * and undefined where an address goes by none. Of two rules with one destination, the first counts.
 */
export function governing<Rule extends Ruling>(
  target: Block,
  rules: readonly Rule[],
): ReadonlySet<Rule | undefined> {
  const longer = rules.filter(
    ({ destination }) => contains(target, destination) && !isSame(target, destination),
  );
  if (longer.length === 0) return new Set([longestFor(target, rules)]);
  const shorter = rules.filter(({ destination }) => contains(destination, target));
  return new Set(halvesOf(target).flatMap((half) => [...governing(half, [...longer, ...shorter])]));
}

function longestFor<Rule extends Ruling>(target: Block, rules: readonly Rule[]): Rule | undefined {
  return rules
    .filter(({ destination }) => contains(destination, target))
    .reduce<Rule | undefined>(
      (best, rule) => (best === undefined || rule.destination.bits > best.destination.bits ? rule : best),
      undefined,
    );
}
