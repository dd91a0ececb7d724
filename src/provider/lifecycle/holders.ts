import type { OwnerInputs } from "../../model/owner";
import type { ResourceKind } from "../../model/resourceKinds";

/** A thing in the cloud, as a resource of some kind speaks of it. */
interface Held {
  kind: ResourceKind;
  id: string;
}

/**
 * Which resource of the program holds a thing in this process. The engine compares and makes everything that a program
 * declares before it deletes what the program does not declare any more. So a delete can see here that its thing has
 * got another holder in the same run, on every cloud, whatever mark the thing bears.
 */
export class Holders {
  private readonly urns = new Map<string, string>();
  /** The things that were compared, by whom: a state has them. */
  private readonly compared = new Map<string, string>();
  /** The things that were made anew while a state still had them: what is made first is the very thing that goes then. */
  private readonly remade = new Set<string>();

  /** Notes that a resource was compared. What is to be replaced is held by nobody: its deletion has to go through. */
  compare(held: Held, owner: OwnerInputs | undefined, { isReplaced }: { isReplaced: boolean }): void {
    if (owner !== undefined) this.compared.set(keyOf(held), owner.urn);
    if (isReplaced) this.urns.delete(keyOf(held));
    else this.hold(held, owner);
  }

  /** Notes that a resource was made. */
  make(held: Held, owner: OwnerInputs | undefined): void {
    if (owner !== undefined && this.compared.get(keyOf(held)) === owner.urn) this.remade.add(keyOf(held));
    this.hold(held, owner);
  }

  /** Notes that a thing is gone. */
  end(held: Held): void {
    for (const known of [this.urns, this.compared, this.remade]) known.delete(keyOf(held));
  }

  /** The URN of the component whose resource holds the thing now; nothing if it is this owner's or nobody's. */
  otherThan(held: Held, owner: OwnerInputs | undefined): string | undefined {
    const urn = this.urns.get(keyOf(held));
    return owner === undefined || urn === owner.urn ? undefined : urn;
  }

  /** Whether the thing is what its own resource was replaced by. */
  isRemade(held: Held): boolean {
    return this.remade.has(keyOf(held));
  }

  private hold(held: Held, owner: OwnerInputs | undefined): void {
    if (owner !== undefined) this.urns.set(keyOf(held), owner.urn);
  }
}

function keyOf({ kind, id }: Held): string {
  return `${kind} ${id}`;
}
