import type { Output } from "@pulumi/pulumi";

/** Whether an output is known as a whole: in a preview it may not be. */
export function isKnown(output: Output<unknown>): Promise<boolean> {
  // The SDK has this, but does not declare it.
  return (output as unknown as { isKnown: Promise<boolean> }).isKnown;
}
