#!/usr/bin/env node
import { writeFileSync } from "node:fs";
import { systemClock } from "../../io/clock";
import { redacted } from "../../io/secrets";
import { CLOUDS } from "../../model/clouds";
import { runCommand } from "../kit/command";
import type { Arguments } from "./arguments";
import { argumentsIn } from "./arguments";
import { configIn } from "./config";
import type { Ground } from "./conform";
import { cleanUp, conform, lackingIn } from "./conform";
import { planOf } from "./plan";
import { lineOf, reportOf, summaryOf } from "./report";

const HELP = `vpc-peering-conformance --cloud NAME --config FILE [--only GUESS]... [--read-only] [--yes]
vpc-peering-conformance --cloud NAME --config FILE --clean

Asks a real cloud what no document says, and what the emulator therefore guesses. Its report is a world file, with which
the emulator answers as that cloud did.

  --cloud NAME    the cloud: ${CLOUDS.join(", ")}
  --config FILE   the accounts and VPCs that may be used, as docs/conformance.md has it
  --only GUESS    ask for this setting of the emulator only; may be repeated
  --read-only     only what needs no more than to read
  --yes           make what has to be made; without it, what that is and what it may cost is told, and nothing is done
  --clean         remove what a run has left that was killed, and nothing else: only what bears the mark of such runs
  --report FILE   where the report goes (default: vpc-peering-conformance-NAME.json)
  --help          this text

Exits with 0 if everything that was asked is found out, with 2 if not, and with 1 if it could not be asked, or if
something that was made is left.
`;

async function main(): Promise<void> {
  const asked = argumentsIn(process.argv.slice(2));
  if (asked === "help") {
    process.stdout.write(HELP);
    return;
  }
  const config = configIn(asked.config, asked.cloud);
  const ground: Ground = { cloud: asked.cloud, config, clock: systemClock };
  if (asked.clean) await cleaning(ground);
  else await asking(ground, asked);
}

async function asking(ground: Ground, { cloud, probes, yes, report }: Arguments): Promise<void> {
  const say = (text: string): void => void process.stdout.write(redacted(text));
  say(planOf(probes, lackingIn(ground.config)));
  if (!yes) {
    say("\nNothing was done: add --yes to ask.\n");
    return;
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
  process.exitCode = left === undefined && !isStopped() ? (isAllFound ? 0 : 2) : 1;
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

async function cleaning(ground: Ground): Promise<void> {
  const { removed, left } = await cleanUp(ground);
  const lines = [...removed.map((what) => `removed ${what}`), ...left.map((what) => `NOT REMOVED: ${what}`)];
  const text = lines.length === 0 ? "There is nothing that bears the mark of a run." : lines.join("\n");
  process.stdout.write(redacted(`${text}\n`));
  process.exitCode = left.length === 0 ? 0 : 1;
}

runCommand("vpc-peering-conformance", main);
