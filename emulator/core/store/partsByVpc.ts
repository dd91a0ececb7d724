import type { Vpc } from "./vpcStore";

/** What VPCs consist of, such as their tables, in one order for all and the same for each. */
export class PartsByVpc<T extends { readonly vpc: Vpc }> {
  readonly #byVpc = new Map<Vpc, T[]>();

  constructor(readonly all: readonly T[] = []) {
    for (const part of all) {
      const parts = this.#byVpc.get(part.vpc);
      if (parts === undefined) this.#byVpc.set(part.vpc, [part]);
      else parts.push(part);
    }
  }

  of(vpc: Vpc): readonly T[] {
    return this.#byVpc.get(vpc) ?? [];
  }
}
