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

  hold(held: Held, owner: OwnerInputs | undefined): void {
    if (owner !== undefined) this.urns.set(keyOf(held), owner.urn);
  }

  /** What is to be replaced is held by nobody: its deletion has to go through. */
  release(held: Held): void {
    this.urns.delete(keyOf(held));
  }

  /** The URN of the component whose resource holds the thing now; nothing if it is this owner's or nobody's. */
  otherThan(held: Held, owner: OwnerInputs | undefined): string | undefined {
    const urn = this.urns.get(keyOf(held));
    return owner === undefined || urn === owner.urn ? undefined : urn;
  }
}

function keyOf({ kind, id }: Held): string {
  return `${kind} ${id}`;
}
