import { z } from "zod";
import { duration, wholeNumber } from "../fields";

const when = z.enum(["before", "after"]).default("before");
/** Of an answer. What is below is no answer yet, and a client would go on waiting. */
const status = wholeNumber("", { from: 200, to: 599 });
const calls = wholeNumber("of calls", { from: 0, to: Number.MAX_SAFE_INTEGER });
/** Timers hold no longer delay than this, which is 24 days. */
const longestDelay = 2 ** 31 - 1;

const faultKinds = z.discriminatedUnion("type", [
  z.strictObject({
    type: z.literal("error"),
    when,
    /** HTTP status; left out, it is what the cloud itself uses for such an error. */
    status: status.optional(),
    code: z.string().min(1),
    message: z.string().optional(),
    /** Which of the cloud's envelopes, where it has several. */
    shape: z.string().optional(),
  }),
  /** Ends the connection without an answer. */
  z.strictObject({ type: z.literal("drop"), when }),
  /** Waits until the fault is removed. */
  z.strictObject({ type: z.literal("hold"), when }),
  z.strictObject({
    type: z.literal("delay"),
    when,
    ms: wholeNumber("of milliseconds", { from: 0, to: longestDelay }),
  }),
  /** A raw answer: HTML, nothing, half a JSON. */
  z.strictObject({
    type: z.literal("body"),
    when,
    status,
    body: z.string(),
  }),
  /** Ends the connection after this many bytes of the body. */
  z.strictObject({
    type: z.literal("truncate"),
    when,
    bytes: wholeNumber("of bytes", { from: 0, to: Number.MAX_SAFE_INTEGER }),
  }),
]);

/** Which calls a fault is meant for, beside their cloud and action. What is left out fits every call. */
const selectorsSchema = z.strictObject({
  account: z.string().optional(),
  vpcId: z.string().optional(),
  peeringId: z.string().optional(),
});

/** What a fault selects calls by. */
export type Selectors = z.output<typeof selectorsSchema>;

/** The body of `POST /_emulator/faults`: which calls go wrong, how often, and how. */
export function faultSchema<Name extends string>(cloudNames: readonly Name[]) {
  return z.strictObject({
    cloud: z.enum(cloudNames),
    /** An API action, or `*` for any. */
    action: z.string().min(1),
    ...selectorsSchema.shape,
    /** How many matching calls pass unharmed first. */
    after: calls.default(0),
    /** How many calls it hits; 0 is until removed. */
    times: calls.default(1),
    /** For how long of the emulated clock it lasts, counted from when it was made. */
    forMs: duration.optional(),
    fault: faultKinds,
  });
}

/** A fault as a test writes it. */
export type FaultInput<Name extends string = string> = z.input<ReturnType<typeof faultSchema<Name>>>;

/** A fault with its defaults filled in. */
export type FaultRule<Name extends string = string> = z.output<ReturnType<typeof faultSchema<Name>>>;

/** What goes wrong. */
export type FaultKind = FaultRule["fault"];
