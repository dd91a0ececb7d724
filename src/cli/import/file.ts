import { writeFileSync } from "node:fs";
import { PeeringError } from "../../model/errors";

/** Where a program is written, and whether over one that is there already. */
interface Target {
  file: string;
  force: boolean;
}

/** Writes the program. */
export function written(text: string, { file, force }: Target): void {
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
