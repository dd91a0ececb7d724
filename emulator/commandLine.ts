import { parseArgs } from "node:util";
import { UserError } from "./core/userError";
import type { Clouds } from "./world/world";

/** What `vpc-peering-emulator --help` prints. */
export function helpText(clouds: Clouds): string {
  return `vpc-peering-emulator [--port N] [--world FILE] [--now ISO] [--verbose]

Emulates the VPC peering APIs of ${listed(clouds.map(({ title }) => title))} on one loopback port.
Prints one line of JSON when it is ready: {"url","pid","world"}. Ends on SIGTERM.

  --port N      the port (default 0: any free one)
  --world FILE  accounts, VPCs, timings, quotas as JSON (default: two accounts a cloud)
  --now ISO     what its clock shows at the start, such as 2026-01-31T12:00:00Z
  --verbose     one line on stderr for each request
  --help        this text

The admin API is under /_emulator.
`;
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
  readonly help: boolean;
}

const options = {
  port: { type: "string" },
  world: { type: "string" },
  now: { type: "string" },
  verbose: { type: "boolean", default: false },
  help: { type: "boolean", short: "h", default: false },
} as const;

/** Reads the arguments after the command's name. */
export function parseCommandLine(args: readonly string[]): CommandLine {
  const { values } = parse(args);
  return {
    port: portNumber(values.port ?? "0"),
    world: values.world,
    now: values.now,
    verbose: values.verbose,
    help: values.help,
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options, strict: true, allowPositionals: false });
  } catch (error) {
    const [reason] = (error as Error).message.split(/\.|\n/, 1);
    throw new UserError(
      `${reason}. The options are --port N, --world FILE, --now ISO, --verbose and --help.`,
    );
  }
}

function portNumber(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65535) {
    throw new UserError(`--port is "${text}": give a whole number from 0 to 65535 (0 picks a free port).`);
  }
  return port;
}
