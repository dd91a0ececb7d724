/** A command line that makes no sense: told in one line, without a stack. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}
