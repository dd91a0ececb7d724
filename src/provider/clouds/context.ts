import type { Clock, Deadline } from "../../io/clock";

/** A resource's own row in what the engine shows. */
export interface Row {
  /** Progress: shown while the hook runs. */
  report(message: string): void;
  /** Something to know: stays when the hook is done. */
  warn(message: string): void;
}

/** On whose behalf a verb is called: where its time and words go. */
export interface Context extends Row {
  clock: Clock;
  deadline: Deadline;
  /** Wraps a wait for room under a limit, in which nothing is done yet. */
  whileQueued?: <T>(wait: () => Promise<T>) => Promise<T>;
}
