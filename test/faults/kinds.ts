import type { FaultInput } from "../../emulator";
import type { CloudUnderTest } from "../contract/clouds";

/** A way for calls to go wrong. */
export interface Kind {
  name: string;
  fault: FaultInput["fault"];
  /** How many calls it meets, one after another; 0 is all until the hook has ended. */
  times: number;
  /** For how long it lasts, in milliseconds. */
  forMs?: number;
}

/** The longest a single attempt may take in these tests, and a hook as a whole, in milliseconds. */
export const ATTEMPT_MS = 250;
export const DEADLINE_MS = 3_000;

const HTML = "<html><body><h1>502 Bad Gateway</h1></body></html>";

const BOTH = ["before", "after"] as const;

/** What can happen to a call on any cloud. */
const ANYWHERE: Kind[] = [
  ...BOTH.flatMap((when): Kind[] => [
    { name: `socket dropped ${when} the work`, fault: { type: "drop", when }, times: 1 },
    {
      name: `an attempt too late, ${when} the work`,
      fault: { type: "delay", when, ms: 2 * ATTEMPT_MS },
      times: 1,
    },
    {
      name: `502 with HTML ${when} the work`,
      fault: { type: "body", when, status: 502, body: HTML },
      times: 1,
    },
    { name: `empty body ${when} the work`, fault: { type: "body", when, status: 200, body: "" }, times: 1 },
    { name: `JSON cut in half ${when} the work`, fault: { type: "truncate", when, bytes: 20 }, times: 1 },
  ]),
  { name: "every attempt too late", fault: { type: "delay", when: "before", ms: 2 * ATTEMPT_MS }, times: 0 },
  { name: "nothing but dropped sockets", fault: { type: "drop", when: "before" }, times: 0 },
];

/** Every kind of fault that a cloud's calls have to survive. */
export function kindsOf({ refusals, retryable }: Pick<CloudUnderTest, "refusals" | "retryable">): Kind[] {
  const { throttled, busy } = refusals;
  return [
    ...ANYWHERE,
    { name: "500", fault: { type: "body", status: 500, body: "{}" }, times: 1 },
    { name: "503", fault: { type: "body", status: 503, body: "Service Unavailable" }, times: 1 },
    { name: "throttled once", fault: { type: "error", code: throttled }, times: 1 },
    { name: "throttled 20 times", fault: { type: "error", code: throttled }, times: 20 },
    {
      name: "a conflict for a third of the time",
      fault: { type: "error", code: busy },
      times: 0,
      forMs: DEADLINE_MS / 3,
    },
    { name: "an unknown code", fault: { type: "error", code: "Nobody.KnowsThis", status: 400 }, times: 1 },
    ...retryable.map(([code, status]): Kind => ({
      name: code,
      fault: { type: "error", code, status },
      times: 1,
    })),
  ];
}
