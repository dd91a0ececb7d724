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
  if (isPeeringError(error)) {
    const failure = new Error(safely(redacted(error.message)));
    failure.stack = "";
    failure.toString = () => failure.message;
    return failure;
  }
  const bug = error instanceof Error ? error : new Error(String(error));
  const failure = new Error(redacted(`This is a bug in pulumi-vpc-peering: ${bug.message}`));
  failure.stack = redacted(bug.stack ?? "");
  return failure;
}
