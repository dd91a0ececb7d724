import type { CloudName } from "../../emulator";
import { guesses } from "../../emulator/guesses";

/** A setting, and a value of it with which the emulator answers. */
export interface Answer {
  setting: string;
  value: unknown;
}

/** What no table of errors knows. */
const MADE_UP = "Conformance.MadeUp";

/** Each value of each setting that a probe asks: what can be anything has its default, what is hinted at, and something made up. */
export function answersOf(cloud: CloudName): Answer[] {
  return guesses[cloud]
    .filter(({ probe }) => probe !== undefined)
    .flatMap(({ name: setting, byDefault, values, others = [] }) =>
      (typeof values === "string" ? [byDefault, ...others, ...another(byDefault)] : values).map((value) => ({
        setting,
        value,
      })),
    );
}

function another(byDefault: unknown): unknown[] {
  if (typeof byDefault === "number") return [byDefault - 1];
  if (typeof byDefault === "string") return [MADE_UP];
  const message = "Nobody has ever read this.";
  return [
    { status: 418, type: MADE_UP, message },
    { ...(byDefault as object), status: 400, message },
  ];
}
