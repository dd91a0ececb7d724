import { z } from "zod";
import { readBlock } from "./addresses/block";

const century = 100 * 365.25 * 86_400_000;
const billion = 1_000_000_000;

/** A whole number within bounds. `unit` is what it counts, such as `of milliseconds`. */
export function wholeNumber(unit: string, { from, to }: { readonly from: number; readonly to: number }) {
  const problem = `must be a whole number${unit === "" ? "" : ` ${unit}`} from ${from} to ${to}`;
  return z
    .number(problem)
    .refine((value) => Number.isInteger(value) && value >= from && value <= to, problem);
}

/** A duration in milliseconds, up to 100 years. */
export const duration = wholeNumber("of milliseconds", { from: 0, to: century });

/** A duration that may be left out. */
export function milliseconds(byDefault: number) {
  return duration.default(byDefault);
}

/** A limit or quota; 0 switches it off. */
export function limit(byDefault: number) {
  return wholeNumber("(0 is off)", { from: 0, to: billion }).default(byDefault);
}

/** How many there may be: at least one. */
export function count(byDefault: number) {
  return wholeNumber("", { from: 1, to: billion }).default(byDefault);
}

/** A setting that is on, or off, unless the world says otherwise. */
export const yes = z.boolean("must be true or false").default(true);
export const no = z.boolean("must be true or false").default(false);

/** An error code of a cloud. */
export function errorCode(byDefault: string) {
  return z.string("must be an error code").min(1, "must not be empty").default(byDefault);
}

/** A text that must not be empty. */
export const text = z.string("must be a text in quotes").min(1, "must not be empty");

/** An account id. Ids have more digits than a JavaScript number keeps, so they are texts. */
export const accountId = z.string("must be in quotes: account ids are texts").min(1, "must not be empty");

/** The address ranges of a VPC. */
export const cidrBlocks = z.array(text, 'must be a list such as ["10.0.0.0/16"]');

/** A route in a VPC that leads into a peering. */
export const routeSchema = z.strictObject({ destinationCidr: text, nextHopId: text });

/** An address block of either version. */
const block = text.refine(
  (value) => readBlock(value)?.hasHostBits === false,
  'must be a block such as "10.0.0.0/24"',
);

/** A part of a VPC. */
export const subnetSchema = z.strictObject({
  id: text.optional(),
  cidr: block,
  ipv6Cidr: block.optional(),
  /** Left out, it is on the main table. */
  table: text.optional(),
});

/** A route table of a VPC. The main one is there without being named; `main` gives it another id. */
export const tableSchema = z.strictObject({ id: text, main: z.boolean("must be true or false").optional() });

/** What a VPC of any cloud has. */
export const vpcFields = {
  vpcId: text,
  region: text,
  cidrBlocks: cidrBlocks.default([]),
  /** A VPC that nobody may look at, not even its owner's key: reading it is refused, peering with it works. */
  hidden: z.boolean("must be true or false").default(false),
  /** Further IPv4 blocks. Those after the first of `cidrBlocks` are secondary, too. */
  secondaryCidrBlocks: cidrBlocks.default([]),
  ipv6CidrBlocks: z.array(text).default([]),
  subnets: z.array(subnetSchema).default([]),
  tables: z.array(tableSchema).default([]),
  /** Routes into peerings, in the main table. */
  routes: z.array(routeSchema).default([]),
};
