import { z } from "zod";

/** A duration in milliseconds. */
export function milliseconds(byDefault: number) {
  return z
    .int("must be a whole number of milliseconds, such as 200")
    .min(0, "must not be negative")
    .default(byDefault);
}

/** A limit or quota; 0 switches it off. */
export function limit(byDefault: number) {
  return z
    .int("must be a whole number (0 is off)")
    .min(0, "must not be negative (0 is off)")
    .default(byDefault);
}

/** A text that must not be empty. */
export const text = z.string("must be a text in quotes").min(1, "must not be empty");

/** An account id. Ids have more digits than a JavaScript number keeps, so they are texts. */
export const accountId = z.string("must be in quotes: account ids are texts").min(1, "must not be empty");

/** The address ranges of a VPC. */
export const cidrBlocks = z.array(text, 'must be a list such as ["10.0.0.0/16"]');

/** A route in a VPC that leads into a peering. */
export const routeSchema = z.strictObject({ destinationCidr: text, nextHopId: text });

/** What a VPC of any cloud has. */
export const vpcFields = {
  vpcId: text,
  region: text,
  cidrBlocks: cidrBlocks.default([]),
  /** A VPC that nobody may look at, not even its owner's key: reading it is refused, peering with it works. */
  hidden: z.boolean("must be true or false").default(false),
  routes: z.array(routeSchema).default([]),
};
