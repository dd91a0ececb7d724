/** Where a peering stands, in the words that all clouds share here. */
export const peeringStatuses = [
  "creating",
  "pending",
  "active",
  "updating",
  "rejected",
  "expired",
  "deleting",
  "deleted",
  "failed",
] as const;

/**
 * Where a peering stands.
 *
 * @useDeclaredType
 */
export type PeeringStatus = (typeof peeringStatuses)[number];

/** How one cloud spells a status, and how its words are read back. */
export interface StatusWords {
  /** The cloud's word, or undefined where the cloud has no such status. */
  wordFor(status: PeeringStatus): string | undefined;
  /** The status a word of the cloud stands for, or undefined for a word nobody documents. */
  statusFor(word: string): PeeringStatus | undefined;
}

/** Builds both directions of {@link StatusWords} from one table. Of two statuses with one word, the one named first is read back. */
export function statusWords(table: Partial<Record<PeeringStatus, string>>): StatusWords {
  const named = Object.keys(table) as PeeringStatus[];
  return {
    wordFor: (status) => table[status],
    statusFor: (word) => named.find((status) => table[status] === word),
  };
}
