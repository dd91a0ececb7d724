import { writeFileSync } from "node:fs";
import { PeeringError } from "../../model/errors";

/** Writes the program, over one that is there already only if that is wanted. */
export function written(text: string, file: string, force: boolean): void {
  try {
    writeFileSync(file, text, { flag: force ? "w" : "wx" });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") throw alreadyThere(file);
    throw error;
  }
}

export function alreadyThere(file: string): PeeringError {
  return new PeeringError(`${file} is there already.`, {
    kind: "invalid",
    remedy: "Name another file, or give --force to overwrite it.",
  });
}
