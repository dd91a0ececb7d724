import { constants } from "node:os";

/** @type {NodeJS.Signals[]} */
const signals = ["SIGINT", "SIGTERM", "SIGHUP"];

let interrupted = false;

/** Whether this process is ending because it was told to: what fails now fails for that reason. */
export function isInterrupted() {
  return interrupted;
}

/**
 * From now on, an interrupt first tidies up and then ends this process.
 *
 * @param {() => Promise<void>} tidyUp
 */
export function onInterrupt(tidyUp) {
  for (const signal of signals) {
    process.on(signal, async () => {
      // A second Ctrl-C must not cut the tidying short.
      if (interrupted) return;
      interrupted = true;
      process.stdout.write(
        "\nInterrupted. Ending the engine and the emulator, removing the temporary folder.\n",
      );
      await tidyUp();
      process.exit(128 + constants.signals[signal]);
    });
  }
}
