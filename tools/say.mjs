// What the set-up scripts print: few lines, each with the time its step took.

const heartbeatSeconds = 30;

/** @param {string} line */
export function say(line) {
  process.stdout.write(`${line}\n`);
}

/**
 * Starts a stopwatch; each call of the result reads it, as text.
 *
 * @returns {() => string}
 */
export function stopwatch() {
  const start = performance.now();
  return () => {
    const seconds = (performance.now() - start) / 1000;
    if (seconds < 1) return `${seconds.toFixed(2)} s`;
    if (seconds < 60) return `${seconds.toFixed(1)} s`;
    return `${String(Math.floor(seconds / 60))} min ${String(Math.floor(seconds % 60))} s`;
  };
}

/**
 * Runs a long task, with a sign of life now and then.
 *
 * @template T
 * @param {string} who
 * @param {() => Promise<T>} task
 * @returns {Promise<T>}
 */
export async function withSignsOfLife(who, task) {
  const elapsed = stopwatch();
  const timer = setInterval(() => {
    say(`${who}: still at it after ${elapsed()}`);
  }, heartbeatSeconds * 1000);
  try {
    return await task();
  } finally {
    clearInterval(timer);
  }
}
