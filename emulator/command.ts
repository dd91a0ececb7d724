import type { Command } from "../commandLine/command";
import { EXIT } from "../commandLine/command";
import { clouds } from "./clouds/index";
import type { OPTIONS } from "./commandLine";
import { commandLineOf, usageOf } from "./commandLine";
import { UserError } from "./core/userError";
import { type RequestRow, startEmulator } from "./index";
import { readWorldFile } from "./world/worldFile";

/** `vpc-peering-emulator`: the clouds on this machine, until it is told to end. */
export const emulator: Command<typeof OPTIONS> = {
  usage: usageOf(clouds),
  isUsers: (error) => error instanceof UserError,
  redacted: (text) => text,
  async main(asked, { stdout, stderr }) {
    const { port, world, now, verbose } = commandLineOf(asked);
    const running = await startEmulator({
      port,
      world: world === undefined ? undefined : readWorldFile(clouds, world),
      now,
      onRequest: verbose ? (row) => stderr.write(lineOf(row)) : undefined,
    });
    const end = () => {
      void running.close().then(() => process.exit(EXIT.ok));
    };
    process.once("SIGTERM", end);
    process.once("SIGINT", end);
    stdout.write(`${JSON.stringify({ url: running.url, pid: process.pid, world: running.world })}\n`);
    return EXIT.ok;
  },
};

function lineOf({ at, cloud, action, account, httpStatus, code, fault }: RequestRow): string {
  const result = httpStatus === null ? "dropped" : `${httpStatus}${code === null ? "" : ` ${code}`}`;
  const cause = fault === null ? "" : ` (${fault})`;
  return `${at} ${cloud} ${action} by ${account ?? "nobody"}: ${result}${cause}\n`;
}
