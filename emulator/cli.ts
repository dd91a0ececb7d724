#!/usr/bin/env node
import { clouds } from "./clouds/index";
import { helpText, parseCommandLine } from "./commandLine";
import { type RequestRow, startEmulator } from "./index";
import { UserError } from "./core/userError";
import { readWorldFile } from "./world/worldFile";

async function main(): Promise<void> {
  const command = parseCommandLine(process.argv.slice(2));
  if (command.help) {
    process.stdout.write(helpText(clouds));
    return;
  }
  const emulator = await startEmulator({
    port: command.port,
    world: command.world === undefined ? undefined : readWorldFile(clouds, command.world),
    now: command.now,
    onRequest: command.verbose ? logRequest : undefined,
  });
  const end = () => {
    void emulator.close().then(() => process.exit(0));
  };
  process.once("SIGTERM", end);
  process.once("SIGINT", end);
  process.stdout.write(`${JSON.stringify({ url: emulator.url, pid: process.pid, world: emulator.world })}\n`);
}

function logRequest(row: RequestRow): void {
  const result =
    row.httpStatus === null ? "dropped" : `${row.httpStatus}${row.code === null ? "" : ` ${row.code}`}`;
  const fault = row.fault === null ? "" : ` (${row.fault})`;
  process.stderr.write(
    `${row.at} ${row.cloud} ${row.action} by ${row.account ?? "nobody"}: ${result}${fault}\n`,
  );
}

main().catch((error: unknown) => {
  if (!(error instanceof UserError)) throw error;
  process.stderr.write(`vpc-peering-emulator: ${error.message}\n`);
  process.exitCode = 1;
});
