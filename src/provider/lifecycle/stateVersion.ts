import { PeeringError } from "../../model/errors";

/** The version of what this release writes into a stack's state. Every later release reads it. */
export const STATE_VERSION = 1;

/** Refuses state that a later release wrote, which this one could misread. */
export function assertReadable(outputs: { stateVersion?: unknown }): void {
  if (typeof outputs.stateVersion !== "number" || outputs.stateVersion <= STATE_VERSION) return;
  throw new PeeringError(
    `The state was written by a later release of pulumi-vpc-peering (version ${outputs.stateVersion}; this one reads ${STATE_VERSION}).`,
    { kind: "unsupported", remedy: "Update the package: npm install pulumi-vpc-peering@latest." },
  );
}

/** Where outputs come from: what `VpcPeering.get` asks for comes from the program, and has no version. */
export function whoseAre(outputs: { stateVersion?: unknown }): "state" | "program" {
  return outputs.stateVersion === undefined ? "program" : "state";
}
