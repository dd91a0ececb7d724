import * as pulumi from "@pulumi/pulumi";
import { UNKNOWN } from "../../model/unknown";
import { isOfLater } from "../given";
import { isKnown } from "../resources/known";

/** What a value is, as far as that is known; {@link UNKNOWN} where it is not. */
export type Look = (input: unknown) => unknown;

/** What is known at once: all but outputs and promises. */
export const atHand: Look = (input) => (isOfLater(input) ? UNKNOWN : input);

/** What is known once these values are there. A preview may never know some; one that fails is told where it is used. */
export async function later(inputs: readonly unknown[]): Promise<Look> {
  const open = [...new Set(inputs.filter(isOfLater))];
  const values = new Map(
    await Promise.all(open.map(async (input) => [input, await valueOf(input)] as const)),
  );
  return (input) => (values.has(input) ? values.get(input) : input);
}

async function valueOf(input: unknown): Promise<unknown> {
  const output = pulumi.output(input);
  try {
    // The SDK has both, but does not declare them.
    const value = await (output as unknown as { promise(): Promise<unknown> }).promise();
    return (await isKnown(output)) ? value : UNKNOWN;
  } catch {
    return UNKNOWN;
  }
}
