import { writeFileSync } from "node:fs";
import type { ExitCode } from "../../../commandLine/command";
import { EXIT } from "../../../commandLine/command";
import { systemClock } from "../../io/clock";
import { redacted } from "../../io/secrets";
import { commandOf, printable } from "../kit/command";
import type { Arguments } from "./arguments";
import { argumentsIn, OPTIONS } from "./arguments";
import { configIn } from "./config";
import type { Ground } from "./conform";
import { cleanUp, conform, lackingIn } from "./conform";
import { planOf } from "./plan";
import { lineOf, reportOf, summaryOf } from "./report";

const NAME = "vpc-peering-conformance";

type Say = (text: string) => void;

/** `vpc-peering-conformance`: what a real cloud answers where no document says it. */
export const conformance = commandOf({
  usage: {
    name: NAME,
    ways: [
      `${NAME} --cloud NAME --config FILE [--only GUESS]... [--read-only] [--yes] [--report FILE]`,
      `${NAME} --cloud NAME --config FILE --clean`,
    ],
    about: `Asks a real cloud what no document says, and what the emulator therefore guesses. Its report is a world file, with which
the emulator answers as that cloud did.`,
    options: OPTIONS,
    notes: `Exits with 0 if everything that was asked is found out, with 2 if not, and with 1 if it could not be asked, or if
something that was made is left.`,
  },
  async main(line, { stdout }) {
    const say = (text: string): unknown => stdout.write(printable(text));
    const asked = argumentsIn(line);
    const config = configIn(asked.config, asked.cloud);
    const ground: Ground = { cloud: asked.cloud, config, clock: systemClock };
    return asked.clean ? await cleaning(ground, say) : await asking(ground, asked, say);
  },
});

async function asking(
  ground: Ground,
  { cloud, probes, yes, report }: Arguments,
  say: Say,
): Promise<ExitCode> {
  say(planOf(probes, lackingIn(ground.config)));
  if (!yes) {
    say("\nNothing was done: add --yes to ask.\n");
    return EXIT.ok;
  }
  const isStopped = stopping();
  say("\n");
  const { findings, left } = await conform(ground, {
    probes,
    isStopped,
    onDone: (some) => {
      say(`${some[0]?.probe ?? ""}\n${some.map(lineOf).join("\n")}\n`);
    },
  });
  writeFileSync(report, redacted(reportOf(cloud, findings, new Date().toISOString())));
  say(`\n${summaryOf(findings)} The report is ${report}: vpc-peering-emulator --world ${report}\n`);
  if (left !== undefined) say(`NOT ALL IS REMOVED: ${left} Run this command with --clean.\n`);
  const isAllFound = findings.every(({ outcome }) => outcome !== "notFoundOut");
  if (left !== undefined || isStopped()) return EXIT.failed;
  return isAllFound ? EXIT.ok : EXIT.found;
}

/** From now on, Ctrl-C ends the run after the probe that is running, when what it made is removed. */
function stopping(): () => boolean {
  let isStopped = false;
  const stop = (): void => {
    if (!isStopped) process.stderr.write("Stopping after this probe; what was made is removed first.\n");
    isStopped = true;
  };
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
  return () => isStopped;
}

async function cleaning(ground: Ground, say: Say): Promise<ExitCode> {
  const { removed, left } = await cleanUp(ground);
  const lines = [...removed.map((what) => `removed ${what}`), ...left.map((what) => `NOT REMOVED: ${what}`)];
  const text = lines.length === 0 ? "There is nothing that bears the mark of a run." : lines.join("\n");
  say(`${text}\n`);
  return left.length === 0 ? EXIT.ok : EXIT.failed;
}
