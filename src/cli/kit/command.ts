import { redacted } from "../../io/secrets";
import type { CloudName } from "../../model/clouds";
import { CLOUDS } from "../../model/clouds";
import { PeeringError } from "../../model/errors";

/** Runs a command. What its user can mend is told in one line, everything else with where it came from. */
export function runCommand(name: string, main: () => Promise<void>): void {
  main().catch((error: unknown) => {
    const isUsers = error instanceof PeeringError || (error instanceof Error && "code" in error);
    const text =
      error instanceof Error ? (isUsers ? error.message : (error.stack ?? error.message)) : String(error);
    process.stderr.write(`${name}: ${redacted(text)}\n`);
    process.exitCode = 1;
  });
}

/** The cloud that `--cloud` names, if it is given. */
export function cloudNamed(name: string | undefined): CloudName | undefined {
  const cloud = CLOUDS.find((one) => one === name);
  if (name === undefined || cloud !== undefined) return cloud;
  throw new PeeringError(`--cloud is ${JSON.stringify(name)}: it must be one of ${CLOUDS.join(", ")}.`, {
    kind: "invalid",
  });
}
