import * as pulumi from "@pulumi/pulumi";
import type { CloudName } from "../model/clouds";
import { door } from "./resources/door";
import { refusal } from "./refusal";

/** Two VPCs that a peering of the program connects. */
export interface DeclaredPair {
  cloud: CloudName;
  /** What messages call the resource that declares it. */
  name: string;
  requester: pulumi.Input<string>;
  accepter: pulumi.Input<string>;
  /** The hub or mesh that it is a part of, which tells of pairs that are there twice among its own. */
  whole: object | undefined;
}

/** Who declares a pair of VPCs first, for each run of a program. */
const declared = new WeakMap<object, Map<string, DeclaredPair>>();

/**
 * Refuses a pair of VPCs that another peering of this program declares already, in either direction: a loop over
 * all VPCs within a loop over all VPCs meets each pair twice. In a preview a VPC may not be known yet, so there the
 * answer comes at once and a refusal follows. It is no output: one end of a peering does not depend on the other.
 */
export function declareOnce(declaration: DeclaredPair): Promise<void> {
  const inThisRun = declaredInThisRun();
  const { cloud, name, requester, accepter } = declaration;
  const checked = pulumi.all([requester, accepter]).apply((ends) => {
    // What is no id is told by the provider, with what is wrong with it.
    if (!ends.every((end) => typeof end === "string")) return;
    const pair = JSON.stringify([cloud, ...[...ends].sort()]);
    const first = inThisRun.get(pair) ?? declaration;
    inThisRun.set(pair, first);
    const isToldByWhole = first.whole !== undefined && first.whole === declaration.whole;
    if (first !== declaration && !isToldByWhole) throw declaredTwice(name, first.name, ends);
  });
  return pulumi.runtime.isDryRun() ? Promise.resolve() : new Promise((resolve) => checked.apply(resolve));
}

function declaredInThisRun(): Map<string, DeclaredPair> {
  const run = door().run();
  const known = declared.get(run) ?? new Map<string, DeclaredPair>();
  declared.set(run, known);
  return known;
}

function declaredTwice(name: string, earlier: string, [one, other]: [string, string]): Error {
  return refusal(
    `"${earlier}" and "${name}" both connect ${one} and ${other}: two VPCs have one connection, whichever of them asks. Remove one of the two resources.`,
  );
}
