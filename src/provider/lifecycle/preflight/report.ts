import type { PeeringError } from "../../../model/errors";
import { isPeeringError } from "../../../model/errors";

/** What a preflight found out. */
export interface Findings {
  /** What will go wrong, in full sentences. */
  complaints: string[];
  /** What may go wrong, or could not be checked since a cloud did not answer. */
  warnings: string[];
  /** What was and what could not be looked at. */
  notes: string[];
}

/** Collects what a preflight finds out, question by question. None of them is passed over in silence. */
export class Report {
  readonly complaints: string[] = [];
  private readonly checked = new Set<string>();
  private readonly unchecked: string[] = [];
  private readonly unanswered = new Map<string, string[]>();
  private readonly extra: string[] = [];
  private readonly doubts: string[] = [];

  /**
   * Asks about something; nothing if there is no answer. Why there is none goes into the report. A call that the
   * keys may not make is a gap in it.
   */
  async ask<T>(what: string, question: () => Promise<T>): Promise<T | undefined> {
    return await this.answerTo(what, question, (error) => {
      this.skip(what, `these keys may not call ${error.facts.action ?? "this"}`);
    });
  }

  /** Asks whether something may be done. A call that the keys may not make is the answer: they may not. */
  async askLeave(what: string, question: () => Promise<unknown>): Promise<void> {
    await this.answerTo(what, question, (error) => {
      this.complain(error.message);
    });
  }

  /** Says what is wrong. Questions that fail alike, as with wrong keys, are one complaint. */
  complain(complaint: string): void {
    const isKnown = this.complaints.some((one) => withoutOrigin(one) === withoutOrigin(complaint));
    if (!isKnown) this.complaints.push(complaint);
  }

  /** Says what cannot be looked at, and why. */
  skip(what: string, why: string): void {
    this.unchecked.push(`${what} (${why})`);
  }

  /** Says what may go wrong, and need not. */
  warn(sentence: string): void {
    this.doubts.push(sentence);
  }

  note(sentence: string): void {
    this.extra.push(sentence);
  }

  findings(): Findings {
    const { complaints, checked, unchecked } = this;
    const sentences = [
      ...(checked.size === 0 ? [] : [`Preflight found nothing wrong with ${[...checked].join(", ")}.`]),
      ...this.extra,
      ...(unchecked.length === 0 ? [] : [`Not checked by preflight: ${unchecked.join(", ")}.`]),
    ];
    return {
      complaints,
      warnings: [
        ...this.doubts,
        ...[...this.unanswered].map(([why, what]) => `Preflight could not check ${what.join(", ")}: ${why}`),
      ],
      notes: complaints.length > 0 || sentences.length === 0 ? [] : [sentences.join(" ")],
    };
  }

  private async answerTo<T>(
    what: string,
    question: () => Promise<T>,
    forbidden: (error: PeeringError) => void,
  ): Promise<T | undefined> {
    try {
      const answer = await question();
      this.checked.add(what);
      return answer;
    } catch (error) {
      if (!isPeeringError(error)) throw error;
      if (error.kind === "permission") forbidden(error);
      else this.failed(what, error);
      return undefined;
    }
  }

  private failed(what: string, error: PeeringError): void {
    switch (error.kind) {
      case "transient":
      case "throttled":
      case "timeout":
      case "busy":
        this.unanswered.set(error.sentence, [...(this.unanswered.get(error.sentence) ?? []), what]);
        return;
      default:
        this.complain(error.message);
    }
  }
}

/** A message without the action and request at its end. */
function withoutOrigin(message: string): string {
  return message.replace(/ \[[^\]]*\]$/, "");
}
