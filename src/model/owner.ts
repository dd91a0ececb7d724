import { createHash } from "node:crypto";
import type { Owner } from "./peering";

/** Who declares a resource: the engine's facts, from which its mark is made. */
export interface OwnerInputs {
  /** The component's URN; its children's follow from it. */
  urn: string;
  /** Left out on backends without organizations. */
  organization?: string;
  /** What it was before `aliases` renamed it. Matters once, when the resource is made. */
  formerUrns?: string[];
}

/** What the engine calls the organization where there is none. */
export const DEFAULT_ORGANIZATION = "organization";

/** The mark of a resource: eight characters for the stack, sixteen for the resource. */
export function ownerOf({ organization = DEFAULT_ORGANIZATION, urn }: OwnerInputs): Owner {
  const [, , stackName = "", project = ""] = urn.split(/::?/);
  const stack = `${organization}/${project}/${stackName}`;
  return {
    marker: `${hash(stack).slice(0, STACK_CHARACTERS)}${hash(`${stack} ${urn}`).slice(0, 16)}`,
    stack,
  };
}

/** The marks that a resource may have put on something: its own, and those of its former names. */
export function markersOf({ formerUrns = [], ...owner }: OwnerInputs): string[] {
  return [owner.urn, ...formerUrns].map((urn) => ownerOf({ ...owner, urn }).marker);
}

/** A resource's own name: the end of `urn:pulumi:stack::project::type::name`. */
export function nameInUrn(urn: string): string {
  return urn.split("::").slice(3).join("::");
}

/** The same URN with another name at its end. */
export function renamed(urn: string, name: string): string {
  return [...urn.split("::").slice(0, 3), name].join("::");
}

/** How many characters of a marker stand for the stack. */
export const STACK_CHARACTERS = 8;

/** Whether a mark is that of some resource of an owner's stack. */
export function isOfStack(marker: string, { marker: own }: Owner): boolean {
  return marker.slice(0, STACK_CHARACTERS) === own.slice(0, STACK_CHARACTERS);
}

function hash(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
