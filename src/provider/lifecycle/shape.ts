import type { z } from "zod";
import { accountKeyOf } from "../../model/account";
import type { CloudName } from "../../model/clouds";
import { CLOUDS, factsOf } from "../../model/clouds";
import type { Values } from "../../model/clouds/facts";
import { PeeringError } from "../../model/errors";
import { PROPERTY_NAMES } from "../../model/properties";
import { shownName } from "../../model/shown";
import { isKnown, UNKNOWN } from "../../model/unknown";
import type { Members } from "../clouds/kit/schema";
import { complaintsOf, oneOf, openObjectOf, recordOf, text, textLike, value } from "../clouds/kit/schema";

/**
 * What values of a resource are like, whichever release wrote them: all that the code relies on without a look. What a
 * program may say is narrower, and each cloud's own.
 */
export type Shape = z.ZodType;

const HOLDS: Record<keyof Values, z.ZodType> = {
  text,
  number: value((given) => typeof given === "number", "a number"),
  tags: recordOf(text, "an object of texts"),
};

/** All of these, each of which may be missing. */
export function optional(members: Members): Members {
  return Object.fromEntries(Object.entries(members).map(([name, shape]) => [name, shape.optional()]));
}

/** An object with these members, and maybe others. */
export function shapeOf(members: Members): Shape {
  return openObjectOf(members, "an object");
}

/** The region that calls go to: it is part of their addresses. */
export const REGION = textLike(/^[A-Za-z0-9-]*$/, "the name of a region");

/** Everything else depends on the cloud, so it is known from the start. */
export const CLOUD = oneOf(...CLOUDS).refine(isKnown, { error: "known from the start" });

const VPC = optional({
  vpcId: text,
  ...Object.fromEntries(CLOUDS.map((cloud) => [accountKeyOf(cloud), text])),
});

/** The members of an end whose keys are used, and where they are used. */
export const OWN_END_MEMBERS: Members = { ...VPC, region: REGION };

/** The end whose keys are used. */
export const OWN_END = shapeOf(OWN_END_MEMBERS);

/** An end, as far as it is known. */
export const END = shapeOf({ ...VPC, region: REGION.optional() });

export const TEXTS = value(
  (given) => Array.isArray(given) && given.every((part) => typeof part === "string"),
  "a list of texts",
);

/** What is said where routes need the blocks of both VPCs, and those blocks. */
export const ROUTED = shapeOf(
  optional({ ipv6: value((given) => typeof given === "boolean", "true or false") }),
);
export const END_BLOCKS = shapeOf(optional({ requester: TEXTS, accepter: TEXTS }));

/** Who declares a resource. */
export const OWNER = shapeOf({ urn: text, ...optional({ organization: text, formerUrns: TEXTS }) });

/** What any cloud's connections have. */
export const PROPERTIES: Members = optional(
  Object.fromEntries(PROPERTY_NAMES.map((name) => [name, HOLDS[holdsOf(name)]])),
);

function holdsOf(name: string): keyof Values {
  const found = CLOUDS.map((cloud: CloudName) => factsOf(cloud).properties[name]?.holds);
  return found.find((holds) => holds !== undefined) ?? "text";
}

/** Where values come from: the engine's state, or what a program says now. */
export type Whose = "state" | "program";

/** Fails unless values are of their shape. */
export function assertShape(values: unknown, shape: Shape, whose: Whose): void {
  refuse(complaintsOf(shape, values), whose);
}

/** Fails unless all is known: only a preview has values that are not known yet, and only `check` and `diff` see those. */
export function assertKnown(values: object, whose: Whose): void {
  refuse(
    unknownIn(values).map((path) => `${shownName(path)} is not known yet.`),
    whose,
  );
}

/** Where what is not known yet stands. */
function unknownIn(value: unknown): string[][] {
  if (value === UNKNOWN) return [[]];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) => unknownIn(part).map((path) => [name, ...path]));
}

function refuse(complaints: readonly string[], whose: Whose): void {
  if (complaints.length === 0) return;
  if (whose === "program") throw new PeeringError(complaints.join(" "), { kind: "invalid" });
  throw new PeeringError(
    `What the stack's state says of this resource makes no sense: ${complaints.join(" ")}`,
    {
      kind: "invalid",
      remedy: "Restore an earlier state, or correct it with `pulumi state edit`.",
    },
  );
}
