import type { HttpAnswer, HttpRequest } from "../../../io/http";
import { NoAnswer, send } from "../../../io/http";
import { PeeringError } from "../../../model/errors";
import type { CloudName } from "../../../model/clouds";
import type { Context, Settings } from "../cloud";

/** How long an address where nobody answers is tried. */
const UNREACHABLE_MS = 5_000;

/** Whose request it is, and which address the user gave for it, if any. */
export interface Sender {
  cloud: CloudName;
  action: string;
  endpoint: string | undefined;
}

/** Sends a request of a cloud. Where no answer comes, the error says what is known of the effect. */
export async function exchange(
  request: HttpRequest,
  { cloud, action, endpoint }: Sender,
): Promise<HttpAnswer> {
  try {
    return await send(request);
  } catch (error) {
    if (!(error instanceof NoAnswer)) throw error;
    throw new PeeringError(`No answer from ${request.url.host}: ${error.reason}.`, {
      kind: error.final ? "invalid" : "transient",
      cloud,
      action,
      executed: error.executed,
      ...(error.executed === "no" ? { retryForMs: UNREACHABLE_MS } : {}),
      remedy:
        endpoint === undefined
          ? "Check the network, and that the region's id is right."
          : `Is it running? It is named by \`endpoint\` (${endpoint}).`,
    });
  }
}

/** The longest one attempt may take: what the settings say, else the action's own limit, never past the deadline. */
export function attemptLimit(
  settings: Settings,
): (limitMs: number, context?: Pick<Context, "deadline">) => number {
  const configured = Number(settings("vpc-peering:requestTimeoutMs"));
  return (limitMs, context) => {
    const limit = configured > 0 ? configured : limitMs;
    return Math.max(1, Math.min(limit, context?.deadline.remaining() ?? limit));
  };
}

/** Asks once and remembers the answer; a failure is not remembered. */
export function once<T>(ask: (context: Context) => Promise<T>): (context: Context) => Promise<T> {
  const asked = oncePer((_, context) => ask(context));
  return (context) => asked("", context);
}

/** Asks once for each key, such as a region, and remembers the answers; a failure is not remembered. */
export function oncePer<T>(
  ask: (key: string, context: Context) => Promise<T>,
): (key: string, context: Context) => Promise<T> {
  const known = new Map<string, Promise<T>>();
  return (key, context) => {
    const answer =
      known.get(key) ??
      ask(key, context).catch((error: unknown) => {
        known.delete(key);
        throw error;
      });
    known.set(key, answer);
    return answer;
  };
}
