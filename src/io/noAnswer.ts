import type { Executed } from "../model/errors";

/** What is known of a request that got no answer. */
interface WithoutAnswer {
  /** Whether the server may have done the work all the same. */
  executed: Extract<Executed, "no" | "unknown">;
  /** Whether there is no use in trying again. */
  isFinal?: boolean;
  /** What to do about it, a full sentence, where more is known than that nobody answered. */
  remedy?: string;
}

/** No answer arrived. */
export class NoAnswer extends Error {
  readonly executed: WithoutAnswer["executed"];
  readonly isFinal: boolean;
  readonly remedy: string | undefined;

  constructor(
    readonly reason: string,
    { executed, isFinal = false, remedy }: WithoutAnswer,
  ) {
    super(reason);
    this.executed = executed;
    this.isFinal = isFinal;
    this.remedy = remedy;
  }
}
