import { isPeeringError, PeeringError } from "../../../model/errors";
import type { Named, NamedKeys } from "./keys";
import { text } from "./keys";

/** The variables by which one tool knows a pair of keys and, of temporary ones, the token: the first that is set. */
export interface KeyFamily {
  id: string;
  secret: string;
  tokens: readonly string[];
}

/** A family as it is set. */
interface PresentFamily {
  id: Named;
  secret: Named;
  token: Named;
}

/** The names of the variables that keys are from, the token's last if there is one; nothing if they are from elsewhere. */
export interface FromVariables {
  from?: readonly string[];
}

const NO_TOKEN: Named = { name: "", value: undefined };

/** The keys that the environment holds, and the variables that they are from; nothing if there are none. */
export function keysInEnvironment<Keys extends object>(
  families: readonly KeyFamily[],
  keysFrom: (named: NamedKeys) => Keys | undefined,
): (Keys & FromVariables) | undefined {
  const family = familyInEnvironment(families);
  const keys = family === undefined ? undefined : keysFrom(family);
  return family === undefined || keys === undefined ? undefined : { ...keys, from: variablesOf(family) };
}

/**
 * The keys of the first family that has both halves of a pair, with no token but its own. Where none has, the first half
 * of a pair, which is a mistake; beside a whole pair it is what another tool has left behind.
 */
function familyInEnvironment(families: readonly KeyFamily[]): PresentFamily | undefined {
  const found = families.map(({ id, secret, tokens }) => ({
    id: variable(id),
    secret: variable(secret),
    token: tokens.map(variable).find(isSet) ?? NO_TOKEN,
  }));
  const whole = found.find(({ id, secret }) => isSet(id) && isSet(secret));
  return whole ?? found.find(({ id, secret }) => isSet(id) || isSet(secret));
}

function variable(name: string): Named {
  return { name, value: text(process.env[name]) };
}

function isSet({ value }: Named): boolean {
  return value !== undefined;
}

/** The names of the variables that make up a family. */
function variablesOf({ id, secret, token }: PresentFamily): string[] {
  return [id, secret, token].filter(isSet).map(({ name }) => name);
}

/** A failure of keys that names the variables which they are from; any other as it is. */
export function namingVariables(error: unknown, { from }: object & FromVariables): unknown {
  if (from === undefined || !isPeeringError(error, "credentials")) return error;
  const [id = "", secret = "", token] = from;
  const named =
    token === undefined
      ? `The keys are those of ${id} and ${secret}.`
      : `The keys are those of ${id}, ${secret} and ${token}: unset the last if they are not temporary.`;
  const remedy = [error.facts.remedy, named].filter(Boolean).join(" ");
  return new PeeringError(error.sentence, { ...error.facts, remedy });
}
