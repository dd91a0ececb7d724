import { z } from "zod";
import { canonicalOr } from "../kit/canonicalBlocks";
import type { Fields } from "../kit/json";
import { shaped } from "../kit/shaped";

/** A batch is a success even if all of it fails. What failed is told by destination, without its table. */
const BATCH = z.object({
  SuccessCount: z.number().nullish(),
  FailedRouteEntries: z
    .array(
      z.object({
        DstCidrBlock: z.string().nullish(),
        FailedCode: z.string(),
        FailedMessage: z.string().nullish(),
      }),
    )
    .nullish(),
});

/** An entry of a batch that failed. */
export interface FailedEntry {
  destination: string;
  code: string;
  message: string;
}

/** What became of the entries of a batch. */
export interface BatchOutcome {
  failed: FailedEntry[];
  /** How many were done, if the answer says so. */
  done: number | undefined;
}

/** Reads the answer to a batch; in any other answer, none failed. */
export function batchOutcome(answer: Fields, action: string): BatchOutcome {
  const { FailedRouteEntries, SuccessCount } = shaped(BATCH, answer, { cloud: "alicloud", action });
  const failed = (FailedRouteEntries ?? []).map(({ DstCidrBlock, FailedCode, FailedMessage }) => ({
    destination: canonicalOr(DstCidrBlock ?? ""),
    code: FailedCode,
    message: FailedMessage ?? FailedCode,
  }));
  return { failed, done: SuccessCount ?? undefined };
}
