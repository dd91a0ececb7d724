import { line, red } from "./print.mjs";

/** A step that failed, with all that is needed to do something about it. */
export class Failure extends Error {
  /**
   * @param {string} step what was being done, as in "creating the connection"
   * @param {{ reason: string, output?: string, remedy: string }} facts
   */
  constructor(step, { reason, output = "", remedy }) {
    super(reason);
    this.step = step;
    this.output = output.trimEnd();
    this.remedy = remedy;
  }
}

/**
 * Does a step; whatever goes wrong in it becomes a {@link Failure} of that step.
 *
 * @template T
 * @param {string} step
 * @param {string} remedy
 * @param {() => Promise<T>} task
 * @returns {Promise<T>}
 */
export async function attempt(step, remedy, task) {
  try {
    return await task();
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw new Failure(step, { reason: error instanceof Error ? error.message : String(error), remedy });
  }
}

/** @param {unknown} error */
export function tell(error) {
  if (!(error instanceof Failure)) throw error;
  line(`\n${red("Failed")}: ${error.step}\n${error.message}`);
  if (error.output !== "") line(`\nThe whole output of this step:\n\n${error.output}`);
  line(`\nWhat to do: ${error.remedy}`);
}
