import { showOnRow } from "./engineLog";

/** How long an operation says nothing, since it may soon be done, in milliseconds. */
const QUIET_MS = 2_000;
/** How soon the same state of things is told again, in milliseconds. */
const REPEAT_MS = 15_000;

/** The progress of one operation. */
export interface Progress {
  report: (text: string) => void;
  /** Says nothing more: the operation is done. */
  end: () => void;
}

/**
 * Progress that does not chatter: nothing for an operation that is soon done, then how things stand, a line for each
 * new state of things, and the same one again only every 15 seconds.
 */
export function progressOn(
  urn: string | undefined,
  show = showOnRow,
  now: () => number = Date.now,
): Progress {
  const startedAt = now();
  const shown = new Map<string, number>();
  let held: NodeJS.Timeout | undefined;
  const report = (text: string): void => {
    clearTimeout(held);
    const at = now();
    const quietMs = startedAt + QUIET_MS - at;
    if (quietMs > 0) {
      held = setTimeout(report, quietMs, text).unref();
      return;
    }
    const gist = text.replace(/\d+(\.\d+)?(h|m|s)?/g, "").replace(/\s+/g, " ");
    if (at - (shown.get(gist) ?? Number.NEGATIVE_INFINITY) < REPEAT_MS) return;
    shown.set(gist, at);
    show(urn, text, "progress");
  };
  return {
    report,
    end: () => {
      clearTimeout(held);
    },
  };
}
