import type { Usage } from "../commandLine/help";
import type { Asked, Options } from "../commandLine/options";
import { UserError } from "./core/userError";
import type { Clouds } from "./world/world";

export const OPTIONS = {
  port: { type: "string", value: "N", help: "the port (default 0: any free one)" },
  world: {
    type: "string",
    value: "FILE",
    help: "accounts, VPCs, timings, quotas as JSON (default: two accounts a cloud)",
  },
  now: {
    type: "string",
    value: "ISO",
    help: "what its clock shows at the start, such as 2026-01-31T12:00:00Z",
  },
  verbose: { type: "boolean", default: false, help: "one line on stderr for each request" },
} as const satisfies Options;

/** What `vpc-peering-emulator --help` prints. */
export function usageOf(clouds: Clouds): Usage<typeof OPTIONS> {
  return {
    name: "vpc-peering-emulator",
    ways: ["vpc-peering-emulator [--port N] [--world FILE] [--now ISO] [--verbose]"],
    about: `Emulates the VPC peering APIs of ${listed(clouds.map(({ title }) => title))} on one loopback port.
Prints one line of JSON when it is ready: {"url","pid","world"}. Ends on SIGTERM.`,
    options: OPTIONS,
    notes: "The admin API is under /_emulator.",
  };
}

/** "A, B and C". */
function listed(names: readonly string[]): string {
  return names.join(", ").replace(/, ([^,]*)$/, " and $1");
}

/** The command line, checked. */
export interface CommandLine {
  readonly port: number;
  readonly world: string | undefined;
  readonly now: string | undefined;
  readonly verbose: boolean;
}

/** What the command line asks for. */
export function commandLineOf({ values }: Asked<typeof OPTIONS>): CommandLine {
  const { port = "0", world, now, verbose } = values;
  return { port: portNumber(port), world, now, verbose };
}

function portNumber(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65535) {
    throw new UserError(`--port is "${text}": give a whole number from 0 to 65535 (0 picks a free port).`);
  }
  return port;
}
