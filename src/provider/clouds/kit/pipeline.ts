import type { HttpAnswer, HttpRequest } from "../../../io/http";
import type { Rate } from "../../../io/rateLimit";
import { retrying } from "../../../io/retry";
import type { CloudName } from "../../../model/clouds";
import { isPeeringError } from "../../../model/errors";
import type { Settings } from "../cloud";
import type { Context } from "../context";
import type { Fields } from "./json";
import { namingVariables } from "./keyFamilies";
import type { KeySource } from "./keys";
import { RateLimits } from "./rateLimits";
import { exchange } from "./transport";

/** What the way of a call depends on: a row of a cloud's table of actions. */
export interface ActionRow {
  /** The longest that one attempt may take, in milliseconds, unless the settings say otherwise. */
  attemptMs: number;
  /** Whether doing it twice is the same as doing it once. */
  repeatable: boolean;
  /** The limit that the cloud documents for all callers of an account, if it has one. */
  rate?: Rate;
}

/** An action that reads. */
export const READ = { attemptMs: 10_000, repeatable: true } as const satisfies ActionRow;

/** An action that changes something, to the same effect however often it is made. */
export const CHANGE = { attemptMs: 30_000, repeatable: true } as const satisfies ActionRow;

/** An action that makes something, and makes another one if it is repeated. */
export const CREATE = { attemptMs: 30_000, repeatable: false } as const satisfies ActionRow;

/** A request as it goes over the wire. */
export type Signed = Omit<HttpRequest, "timeoutMs">;

/** An action, what is asked of it, and with whose keys. */
export interface Ask<Action extends string, Request, Keys> {
  action: Action;
  request: Request;
  keys: Keys;
}

/** What differs between clouds in how they are spoken to. */
export interface Protocol<Action extends string, Request, Keys, Answer = Fields> {
  cloud: CloudName;
  actions: Readonly<Record<Action, ActionRow>>;
  /** The address that the user gave instead of the cloud's own, if any. */
  endpoint: string | undefined;
  /** Makes the request that goes over the wire, anew for each attempt. */
  sign: (ask: Ask<Action, Request, Keys>, endpoint: string | undefined) => Signed | Promise<Signed>;
  /** What was answered. Throws what the answer says of a failure. */
  read: (action: Action, answer: HttpAnswer) => Answer;
  /** What the cloud counts an action's calls by, such as the region. Left out where it counts all of an account's together. */
  countedBy?: (request: Request) => string;
  /** The code of a refusal after which one more signature, at once, may be in time. */
  lateSignature?: string;
}

/** Makes a call of an action, and answers what the cloud does. */
export type Caller<Action extends string, Request> = (
  action: Action,
  request: Request,
  context: Context,
) => Promise<Fields>;

/** One attempt with keys that are at hand, as for the call that exchanges them for those of a role. */
export type Attempt<Action extends string, Request, Keys, Answer = Fields> = (
  ask: Ask<Action, Request, Keys>,
  context?: Pick<Context, "deadline">,
) => Promise<Answer>;

/** Sign, send, read: within the time that one attempt may take. */
export function attempting<Action extends string, Request, Keys extends object, Answer = Fields>(
  protocol: Protocol<Action, Request, Keys, Answer>,
  settings: Settings,
): Attempt<Action, Request, Keys, Answer> {
  const { cloud, actions, endpoint } = protocol;
  const configuredMs = Number(settings("vpc-peering:requestTimeoutMs"));
  return async (ask, context) => {
    const { action } = ask;
    const longestMs = configuredMs > 0 ? configuredMs : actions[action].attemptMs;
    const timeoutMs = Math.max(1, Math.min(longestMs, context?.deadline.remaining() ?? longestMs));
    const request = { ...(await protocol.sign(ask, endpoint)), timeoutMs };
    const answer = await exchange(request, { cloud, action, endpoint });
    try {
      return protocol.read(action, answer);
    } catch (error) {
      throw namingVariables(error, ask.keys);
    }
  };
}

/** The way of every call of a cloud, from the outside in: retry, rate limit, keys, attempt. */
export function pipeline<Action extends string, Request, Keys>(
  protocol: Protocol<Action, Request, Keys>,
  attempt: Attempt<Action, Request, Keys>,
  keysNow: KeySource<Keys>,
): Caller<Action, Request> {
  const { actions, countedBy, lateSignature } = protocol;
  const limits = new RateLimits();
  return async (action, request, context) => {
    const { repeatable, rate } = actions[action];
    const signedAndSent = async (): Promise<Fields> =>
      await attempt({ action, request, keys: await keysNow() }, context);
    const inTime = (): Promise<Fields> => onceMoreIfLate(signedAndSent, lateSignature);
    const counted = { action, by: countedBy?.(request) ?? "", rate };
    const inTurn = (): Promise<Fields> => limits.keeping(counted, context, inTime);
    return await retrying(inTurn, { ...context, repeatable });
  };
}

/** A request that was too long on its way is refused before anything is done; a fresh one may be in time. */
async function onceMoreIfLate<T>(task: () => Promise<T>, lateSignature: string | undefined): Promise<T> {
  try {
    return await task();
  } catch (error) {
    const isLate = isPeeringError(error) && lateSignature !== undefined && error.facts.code === lateSignature;
    if (!isLate) throw error;
    return await task();
  }
}
