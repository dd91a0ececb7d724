import type { SideInputs } from "../../../model/peering";
import { isKnown } from "../../../model/unknown";

/**
 * An end as it is declared now. While its VPC is the one that it was, what is not known yet of the end is as it was:
 * a VPC never changes its region or its owner. So an instance with another name, whose account a preview cannot know
 * yet, replaces nothing.
 */
export function asItWas<Side extends Partial<SideInputs>>(
  before: Partial<SideInputs> | undefined,
  now: Side,
): Side {
  if (before?.vpcId === undefined || before.vpcId !== now.vpcId) return now;
  const known = Object.entries(now).map(([name, value]) => [
    name,
    isKnown(value) ? value : before[name as keyof SideInputs],
  ]);
  return Object.fromEntries(known) as Side;
}
