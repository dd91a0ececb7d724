import * as pulumi from "@pulumi/pulumi";

/**
 * A record of outputs as one output. Its members, such as `connectionIds.s1`, come from one resource each: whatever uses one of
 * them has nothing to do with the others, which may be unknown, or be replaced.
 */
export function recordOf<T>(outputs: Readonly<Record<string, pulumi.Output<T>>>) {
  const all = pulumi.output(outputs) as unknown as pulumi.Output<Record<string, T>>;
  // A key such as `apply` stays the method of an Output: `recordOf({ apply: … }).apply` is not the member.
  const free = Object.entries(outputs).filter(([key]) => !(key in all));
  return Object.assign(all, Object.fromEntries(free)) as pulumi.Output<Record<string, T>>;
}
