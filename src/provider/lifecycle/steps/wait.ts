import { waitUntil } from "../../../io/wait";
import { timedOut } from "../timeouts";
import type { Work } from "../work";
import type { Seen, Subject } from "./subject";
import { alive, notify } from "./subject";

/** How long something new may stay invisible before it counts as gone, in milliseconds. */
const INVISIBLE_MS = 2_000;

/** Waits until nothing is under way on a thing and it is as it should be, and answers it. Fails at once if it is lost. */
export async function untilSettled<T extends Seen>(
  subject: Subject<T>,
  work: Work,
  isEnough: (seen: T) => boolean = () => true,
): Promise<T> {
  const { context } = work;
  const startedAt = context.clock.now();
  const mayBeInvisible = (): boolean =>
    !work.ended.has(subject.id) && context.clock.now() - startedAt < INVISIBLE_MS;
  let notice: string | undefined;
  const waited = await waitUntil({
    ...context,
    sleep: (ms) => subject.sleep(ms),
    observe: () => subject.observe(),
    until: (seen) => {
      if (seen?.notice !== notice) notify(subject, seen, context);
      notice = seen?.notice;
      if (seen === undefined && mayBeInvisible()) return false;
      const now = alive(subject, seen);
      return subject.isSettled(now) && isEnough(now);
    },
    word,
    report: (seen) => {
      context.report(`waiting until ${subject.id} is ready: ${seen}`);
    },
  });
  if ("reached" in waited && waited.reached !== undefined) return waited.reached;
  const what = `${subject.title} did not become ready`;
  const history = "timedOut" in waited ? waited.timedOut : "";
  const remedy = `Run \`pulumi up\` again to go on with it, or raise \`customTimeouts\`. ${subject.hint}`;
  throw timedOut({ what, history, remedy }, context);
}

/** Waits until a thing is gone. */
export async function untilGone<T extends Seen>(subject: Subject<T>, work: Work): Promise<void> {
  const { context } = work;
  const waited = await waitUntil({
    ...context,
    sleep: (ms) => subject.sleep(ms),
    observe: () => subject.observe(),
    until: (seen) => seen === undefined || subject.isGone(seen),
    word,
    report: (seen) => {
      context.report(`waiting until ${subject.id} is gone: ${seen}`);
    },
  });
  if ("timedOut" in waited) {
    const what = `${subject.title} was not deleted`;
    const remedy = "Run the same command again, or raise `customTimeouts`.";
    throw timedOut({ what, history: waited.timedOut, remedy }, context);
  }
  work.ended.add(subject.id);
}

function word(seen: Seen | undefined): string {
  return seen?.status ?? "nothing";
}
