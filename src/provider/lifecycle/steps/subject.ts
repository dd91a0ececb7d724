import type { PeeringError } from "../../../model/errors";
import type { Row } from "../../clouds/cloud";

/** What the steps need to know of how a thing looks in the cloud. */
export interface Seen {
  id: string;
  status: string;
  /** What its user should know of the state it is in, as a sentence. */
  notice?: string;
}

/** A thing in the cloud that the steps look at and wait for. `T` is how it looks. */
export interface Subject<T extends Seen> {
  id: string;
  /** What messages call it: `Connection pcc-1`. */
  title: string;
  /** Looks once; nothing if there is none (any more). */
  observe(): Promise<T | undefined>;
  /** Sleeps for so long, or until somebody else's look has brought news of it. */
  sleep(ms: number): Promise<void>;
  /** Why nothing can come of it any more; nothing if something can. */
  lost(seen: T | undefined): PeeringError | undefined;
  /** Whether it stays as it is until somebody acts. */
  isSettled(seen: T): boolean;
  /** Whether it is gone, though the cloud still shows it. */
  isGone(seen: T): boolean;
  /** What else may help if it does not settle in time, as a sentence. */
  hint: string;
}

/** What was seen, if something can come of it; fails otherwise. */
export function alive<T extends Seen>(subject: Subject<T>, seen: T | undefined): T {
  const loss = subject.lost(seen);
  if (loss !== undefined) throw loss;
  if (seen === undefined) throw new Error(`${subject.title}: nothing was seen, and it is not lost`);
  return seen;
}

/** Tells a user what there is to know of the state that a thing is in. */
export function notify({ title }: Pick<Subject<Seen>, "title">, seen: Seen | undefined, row: Row): void {
  if (seen?.notice !== undefined) row.warn(`${title}: ${seen.notice}`);
}
