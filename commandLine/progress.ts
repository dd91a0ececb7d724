import type { Stream } from "./shell";

/** Whoever wants to know what a command is at. */
export type Reporter = Pick<Progress, "at">;

/** Somebody who does not. */
export const NO_REPORTER: Reporter = { at: () => undefined };

/** After so long, and then as often, somebody who waits is told what for. */
const EVERY = 2000;

/** Tells on standard error what a command is at, if it takes more than two seconds: a line each time that changes. */
class Progress {
  private now = "";
  private told = "";
  private readonly timer: NodeJS.Timeout;

  constructor(
    private readonly name: string,
    private readonly stream: Stream,
  ) {
    this.timer = setInterval(() => {
      this.tell();
    }, EVERY).unref();
  }

  /** What it is at from now on, such as `looked at 12 of 200 connections`. */
  at(text: string): void {
    this.now = text;
  }

  end(): void {
    clearInterval(this.timer);
  }

  private tell(): void {
    if (this.now === this.told) return;
    this.told = this.now;
    this.stream.write(`${this.name}: ${this.now} …\n`);
  }
}

/** Does something that may take its time, and tells what it is at. */
export async function withProgress<T>(
  name: string,
  stream: Stream,
  task: (progress: Progress) => Promise<T>,
): Promise<T> {
  const progress = new Progress(name, stream);
  try {
    return await task(progress);
  } finally {
    progress.end();
  }
}
