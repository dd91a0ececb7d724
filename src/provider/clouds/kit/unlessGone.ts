import { isPeeringError } from "../../../model/errors";

/** What was asked for, or nothing where it is not there. */
export async function unlessGone<T>(asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (isPeeringError(error, "gone")) return undefined;
    throw error;
  }
}
