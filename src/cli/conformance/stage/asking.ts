import { isPeeringError } from "../../../model/errors";
import type { ErrorKind } from "../../../model/errors";
import type { Context } from "../../../provider/clouds/context";
import type { Raw, RawAnswer, RawRefusal, RawRequest } from "../../../provider/clouds/raw";
import type { AccountName } from "../config";
import { Unclear } from "../unclear";

/** A call, and whose keys make it. */
export interface Ask extends Partial<RawRequest> {
  action: string;
  /** Default: those of the own account. */
  as?: AccountName;
  /** Told what is answered when the call is taken, so that what it made is removed. */
  onTaken?: (fields: Readonly<Record<string, unknown>>) => void;
}

/** A call that was made, and what came of it. */
export interface Asked {
  action: string;
  requestId?: string;
  /** In the cloud's words; `taken` if it did what it was asked. */
  answer: string;
}

/** Refusals that say nothing of what was asked. */
const SAYS_NOTHING: ReadonlySet<ErrorKind> = new Set([
  "throttled",
  "transient",
  "credentials",
  "notOpened",
  "permission",
]);

/** How often, and after which pause, what is busy or has no answer is asked again. */
const TRIES = 4;
const PAUSE_MS = 2_000;

/** How a call is made with the keys of an account. */
export interface Access {
  raw: Raw;
  context: () => Context;
}

/** Asks a cloud what it does, and believes nothing that it says only once. */
export class Asking {
  readonly asked: Asked[] = [];

  constructor(
    private readonly accessOf: (account: AccountName) => Access,
    private readonly region: string,
  ) {}

  /** What a call is refused with: twice the same, and nothing that speaks of the keys or the hour instead. */
  async refusal(ask: Ask, telling: readonly ErrorKind[] = []): Promise<RawRefusal> {
    return this.told(ask, await this.refusalIfAny(ask), telling);
  }

  /** The same of what is true for a moment only: nothing is waited for. */
  async refusalAtOnce(ask: Ask): Promise<RawRefusal> {
    const [first, second] = [(await this.once(ask)).refusal, (await this.once(ask)).refusal];
    return this.told(ask, this.alike(ask, first, second), []);
  }

  /** Whether a call is taken: seen to be done, or refused twice with the same words. `kinds` is what such a refusal can mean. */
  async isTaken(ask: Ask, isDone: () => Promise<boolean>, kinds?: readonly ErrorKind[]): Promise<boolean> {
    const refusal = await this.refusalIfAny(ask);
    if (refusal !== undefined) this.told(ask, refusal, kinds ?? [], kinds);
    if ((await isDone()) === (refusal !== undefined))
      throw new Unclear(
        `${ask.action} was ${refusal === undefined ? "taken, and not done" : "refused, and done"}`,
      );
    return refusal === undefined;
  }

  /** Whether a read is answered, twice, or refused twice with the same words. */
  async isAnswered(ask: Ask): Promise<boolean> {
    const [first, second] = [(await this.answer(ask)).refusal, (await this.answer(ask)).refusal];
    if (first === undefined && second === undefined) return true;
    this.told(ask, this.alike(ask, first, second), []);
    return false;
  }

  /** What a call is refused with, twice; nothing if it is taken, which is asked once. */
  private async refusalIfAny(ask: Ask): Promise<RawRefusal | undefined> {
    const first = (await this.answer(ask)).refusal;
    if (first === undefined) return undefined;
    return this.alike(ask, first, (await this.answer(ask)).refusal);
  }

  private alike(
    ask: Ask,
    first: RawRefusal | undefined,
    second: RawRefusal | undefined,
  ): RawRefusal | undefined {
    const isSameCode = second?.code === first?.code && second?.status === first?.status;
    if (isSameCode && textOf(first) === textOf(second)) return first;
    throw new Unclear(`${ask.action} was answered by ${wordsOf(first)}, then by ${wordsOf(second)}`);
  }

  /** The refusal, if it says something of what was asked. */
  private told(
    { action }: Ask,
    refusal: RawRefusal | undefined,
    telling: readonly ErrorKind[],
    only?: readonly ErrorKind[],
  ): RawRefusal {
    if (refusal === undefined) throw new Unclear(`${action} was taken, and not refused`);
    const { kind } = refusal;
    const saysIt = telling.includes(kind) || !SAYS_NOTHING.has(kind);
    if (saysIt && (only?.includes(kind) ?? true)) return refusal;
    throw new Unclear(`${action} was refused with ${wordsOf(refusal)}`);
  }

  /** What two reads in a row show alike. */
  async seen<T>(look: () => Promise<T>): Promise<T> {
    const [first, second] = [await look(), await look()];
    if (JSON.stringify(first) !== JSON.stringify(second))
      throw new Unclear(`it looked like ${JSON.stringify(first)}, then like ${JSON.stringify(second)}`);
    return first;
  }

  /** What a call answers that has to be taken. */
  async fields(ask: Ask): Promise<Readonly<Record<string, unknown>>> {
    const { fields, refusal } = await this.answer(ask);
    if (refusal === undefined) return fields;
    throw new Unclear(`${ask.action} was refused with ${refusal.code}: ${refusal.message}`);
  }

  /** A read: where there is no answer, it is made again. */
  async read(ask: Ask): Promise<Readonly<Record<string, unknown>>> {
    for (let tries = 1; ; tries++) {
      try {
        return await this.fields(ask);
      } catch (error) {
        if (!isPeeringError(error) || tries >= TRIES) throw error;
        await this.accessOf(ask.as ?? "own")
          .context()
          .clock.sleep(PAUSE_MS);
      }
    }
  }

  /** What a call answers. What is refused for now is asked again; what has no answer may have been done, and is not. */
  async answer(ask: Ask): Promise<RawAnswer> {
    for (let tries = 1; ; tries++) {
      const answer = await this.once(ask);
      const { kind } = answer.refusal ?? {};
      if ((kind !== "throttled" && kind !== "busy") || tries >= TRIES) return answer;
      await this.accessOf(ask.as ?? "own")
        .context()
        .clock.sleep(PAUSE_MS * tries);
    }
  }

  /** A single call. */
  async once({ action, as = "own", onTaken, ...request }: Ask): Promise<RawAnswer> {
    const { raw, context } = this.accessOf(as);
    const row: Asked = { action, answer: "no answer" };
    this.asked.push(row);
    const answer = await raw(action, { region: this.region, ...request }, context());
    if (answer.requestId !== undefined) row.requestId = answer.requestId;
    row.answer = wordsOf(answer.refusal);
    if (answer.refusal === undefined) onTaken?.(answer.fields);
    return answer;
  }
}

function wordsOf(refusal: RawRefusal | undefined): string {
  if (refusal === undefined) return "taken";
  const { status, code, message } = refusal;
  return `${status} ${code}: ${message}`.replace(/^200 /, "");
}

/** The text of a refusal, without the ids and numbers that each answer has its own of. */
function textOf(refusal: RawRefusal | undefined): string {
  return (refusal?.message ?? "").replaceAll(/[0-9a-f]{8}[0-9a-f-]*|\d+/gi, "");
}
