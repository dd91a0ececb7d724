import { badRequest, type Fields, shown } from "../params";

/** How long the texts of a peering may be. */
const lengths = { name: [1, 64], description: [0, 255] } as const;

/** A text of the body, checked; undefined where it is not there. */
export function textOf(peering: Fields, name: keyof typeof lengths): string | undefined {
  const value = peering[name];
  if (value === undefined) return undefined;
  const [min, max] = lengths[name];
  if (typeof value === "string") {
    const length = Array.from(value).length;
    const isPlain = name !== "description" || !/[<>]/.test(value);
    if (length >= min && length <= max && isPlain) return value;
  }
  throw badRequest(`Invalid input for ${name}. Reason: '${shown(value)}' is not allowed.`);
}
