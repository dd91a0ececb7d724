import { overlap } from "../../../model/cidr";

/** The pairs of address blocks, in CIDR notation, of which one contains the other. */
export function overlaps(these: readonly string[], those: readonly string[]): [string, string][] {
  return these.flatMap((one) =>
    those.filter((other) => overlap(one, other)).map((other): [string, string] => [one, other]),
  );
}
