import { z } from "zod";
import { canonicalOr } from "../kit/canonicalBlocks";
import type { Fields } from "../kit/json";
import { shaped } from "../kit/shaped";

/** A batch is a success even if all of it fails. What failed is told by destination, without its table. */
const BATCH = z.object({
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

/** The entries that failed, in the answer to a batch; any other answer has none. */
export function failedEntriesIn(answer: Fields, action: string): FailedEntry[] {
  const { FailedRouteEntries } = shaped(BATCH, answer, { cloud: "alicloud", action });
  return (FailedRouteEntries ?? []).map(({ DstCidrBlock, FailedCode, FailedMessage }) => ({
    destination: canonicalOr(DstCidrBlock ?? ""),
    code: FailedCode,
    message: FailedMessage ?? FailedCode,
  }));
}
