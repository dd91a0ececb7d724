import { canonical, isIpv6 } from "../../../model/cidr";
import { isKnown, UNKNOWN } from "../../../model/unknown";
import type { RoutesInputs } from "./inputs";

type Asked = Pick<RoutesInputs, "destinations" | "exclude" | "ipv6" | "__blocks" | "__own">;

/**
 * Where routes lead, in canonical form: to the blocks that the program names; else to all of the other VPC's but the
 * excluded ones. Not known yet if any of it is not; nothing if nobody says, and nobody sees the other VPC.
 */
export function destinationsOf(asked: Asked): string[] | undefined {
  const { destinations, exclude = [], ipv6 = false, __blocks: blocks, __own: own } = asked;
  if (destinations !== undefined) return asWhole(destinations, (named) => named);
  if (blocks === undefined) return undefined;
  if (!isKnown([blocks, exclude, ipv6])) return UNKNOWN as unknown as string[];
  const left = exclude.map(canonical);
  const hasIpv6 = own === undefined || !isKnown(own) || own.some(isIpv6);
  return asWhole(blocks, (all) =>
    all.filter((block) => !left.includes(block) && (!isIpv6(block) || (ipv6 && hasIpv6))),
  );
}

/** A list in canonical form, without repetitions. One that is not known yet as a whole is not known at all. */
function asWhole(blocks: readonly string[], choose: (blocks: string[]) => string[]): string[] {
  if (!isKnown(blocks)) return UNKNOWN as unknown as string[];
  return choose([...new Set(blocks.map((block) => canonical(block) ?? block))]);
}
