import { redacted } from "../../io/secrets";
import { isPeeringError } from "../../model/errors";
import { safely } from "../../model/shown";
import { Unfinished } from "../lifecycle/resource";
import { storable } from "./storable";

/** Makes of what is known of an unfinished resource what the engine stores of it. */
type Keep = (properties: object) => object;

/** Runs an operation, and turns its failure into what the engine understands. */
export async function inEngineTerms<T>(
  operation: () => Promise<T>,
  keep: Keep = (properties) => properties,
): Promise<T> {
  try {
    return await operation();
  } catch (error) {
    throw failureFor(error, keep);
  }
}

function failureFor(error: unknown, keep: Keep): Error {
  if (!(error instanceof Unfinished)) return printable(error);
  const failure = printable(error.cause);
  const { id, properties } = error;
  return Object.assign(failure, { id, properties: storable(keep(properties)), reasons: [failure.message] });
}

/** A user's mistake without a stack, or a bug with one. The engine prints both, so neither holds a secret. */
function printable(error: unknown): Error {
  const failure = new Error(messageIn(error));
  if (isPeeringError(error)) {
    failure.stack = "";
    failure.toString = () => failure.message;
  } else {
    failure.stack = redacted((error instanceof Error ? error.stack : undefined) ?? "");
  }
  return failure;
}

/** What is said of a failure: a user's mistake in its own words, anything else as a bug. No secret is in it. */
export function messageIn(error: unknown): string {
  if (isPeeringError(error)) return safely(redacted(error.message));
  return redacted(
    `This is a bug in pulumi-vpc-peering: ${error instanceof Error ? error.message : String(error)}`,
  );
}
