import { isPeeringError, PeeringError } from "../../../model/errors";

/**
 * Without the program, the engine configures a provider instance with the keys of the last `up`. If they
 * were refused, that may be why, and the remedy says so.
 */
export async function withStoredKeys<T>(command: "destroy" | "refresh", task: () => Promise<T>): Promise<T> {
  try {
    return await task();
  } catch (error) {
    if (!isPeeringError(error, "credentials")) throw error;
    const hint = `If the keys were changed since the last \`pulumi up\`, run \`pulumi ${command} --run-program\`: otherwise ${command} uses the old ones.`;
    throw new PeeringError(error.sentence, {
      ...error.facts,
      remedy: [error.facts.remedy, hint].filter(Boolean).join(" "),
    });
  }
}
