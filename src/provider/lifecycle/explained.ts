import { isPeeringError } from "../../model/errors";

/** The same failure, told as part of what was to be done. A bug stays as it is. */
export function explained(what: string, error: unknown): unknown {
  return isPeeringError(error) ? error.within(what) : error;
}
