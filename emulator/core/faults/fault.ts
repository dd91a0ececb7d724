import { z } from "zod";
import { cloudNames } from "../cloudName";

const when = z.enum(["before", "after"]).default("before");
const bytes = z.int().min(0);

const faultKinds = z.discriminatedUnion("type", [
  z.strictObject({
    type: z.literal("error"),
    when,
    /** HTTP status; left out, it is what the cloud itself uses for such an error. */
    status: z.int().min(100).max(599).optional(),
    code: z.string().min(1),
    message: z.string().optional(),
    /** Which of the cloud's envelopes, where it has several. */
    shape: z.string().optional(),
  }),
  /** Ends the connection without an answer. */
  z.strictObject({ type: z.literal("drop"), when }),
  /** Waits until the fault is removed. */
  z.strictObject({ type: z.literal("hold"), when }),
  z.strictObject({ type: z.literal("delay"), when, ms: z.int().min(0) }),
  /** A raw answer: HTML, nothing, half a JSON. */
  z.strictObject({
    type: z.literal("body"),
    when,
    status: z.int().min(100).max(599),
    body: z.string(),
  }),
  /** Ends the connection after this many bytes of the body. */
  z.strictObject({ type: z.literal("truncate"), when, bytes }),
]);

/** The body of `POST /_emulator/faults`: which calls go wrong, how often, and how. */
export const faultSchema = z.strictObject({
  cloud: z.enum(cloudNames),
  /** An API action, or `*` for any. */
  action: z.string().min(1),
  account: z.string().optional(),
  vpcId: z.string().optional(),
  peeringId: z.string().optional(),
  /** How many matching calls pass unharmed first. */
  after: z.int().min(0).default(0),
  /** How many calls it hits; 0 is until removed. */
  times: z.int().min(0).default(1),
  /** For how long of the emulated clock it lasts, counted from when it was made. */
  forMs: z.int().min(0).optional(),
  fault: faultKinds,
});

/** A fault as a test writes it. */
export type FaultInput = z.input<typeof faultSchema>;

/** A fault with its defaults filled in. */
export type FaultRule = z.output<typeof faultSchema>;

/** What goes wrong. */
export type FaultKind = FaultRule["fault"];

/** The fault that answers with an error of the cloud. */
export type ErrorFault = Extract<FaultKind, { type: "error" }>;
