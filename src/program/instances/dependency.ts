import type { Output, Resource } from "@pulumi/pulumi";

/** What the SDK's outputs have, but do not declare. */
interface Inner<T> {
  promise(withUnknowns: boolean): Promise<T>;
  isKnown: Promise<boolean>;
  isSecret: Promise<boolean>;
  allResources(): Promise<Set<Resource>>;
  constructor: new (
    resources: Set<Resource>,
    ...rest: [Promise<T>, Promise<boolean>, Promise<boolean>, Promise<Set<Resource>>]
  ) => Output<T>;
}

/**
 * The same output, which depends on its resource only where that has answered. An `up` with `--target` leaves out
 * resources that its user does not name; whatever depends on one of them would be refused.
 */
export function dependingOnAnswer<T>(output: Output<T>): Output<T> {
  const inner = output as unknown as Inner<T>;
  const value = inner.promise(true);
  const resources = Promise.all([value, inner.isKnown, inner.allResources()]).then(
    ([answer, isKnown, all]) => (isKnown && answer !== undefined ? all : new Set<Resource>()),
  );
  return new inner.constructor(new Set(), value, inner.isKnown, inner.isSecret, resources);
}
