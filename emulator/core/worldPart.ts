import type { z } from "zod";
import type { limit } from "./fields";

/** What a cloud has in the world file. Every field has a default, so that each part may be left out. */
export interface WorldPart {
  /** Under the cloud's name: accounts, VPCs, guesses. */
  readonly settings: z.ZodType;
  /** Under `quotas` and the cloud's name. */
  readonly quotas: z.ZodType;
  /** Under `limits`, where those of all clouds stand side by side: each name says whose it is. */
  readonly limits: Readonly<Record<string, ReturnType<typeof limit>>>;
}

/** A cloud's part of a world in force. */
export type SettingsOf<Part extends WorldPart> = z.output<Part["settings"]> & {
  readonly quotas: z.output<Part["quotas"]>;
  readonly limits: Readonly<Record<keyof Part["limits"], number>>;
};
