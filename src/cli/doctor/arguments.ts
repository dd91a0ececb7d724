import type { Asked, Options } from "../../../commandLine/options";
import type { CloudName } from "../../model/clouds";
import { CLOUDS } from "../../model/clouds";
import { defined } from "../../model/defined";
import { cloudNamed, refused, STACK_OPTIONS } from "../kit/command";

/** One connection, and where it is looked for. */
export interface One {
  cloud: CloudName;
  region: string;
  id: string;
}

/** What the command is asked to do. */
export interface Arguments {
  cwd: string;
  /** Default: the stack that is selected. */
  stack?: string;
  /** A connection to look at instead of those of a stack. */
  one?: One;
  json: boolean;
}

export const OPTIONS = {
  ...STACK_OPTIONS,
  cloud: {
    type: "string",
    value: "NAME",
    help: `look at one connection instead, in whosever stack it is: its cloud, ${CLOUDS.join(", ")}`,
  },
  region: { type: "string", value: "ID", help: "its region, on either side" },
  connection: { type: "string", value: "ID", help: "its id" },
  json: { type: "boolean", default: false, help: "answer JSON" },
} as const satisfies Options;

/**
 * What the command line asks for.
 *
 * @throws PeeringError
 */
export function argumentsIn({ values }: Asked<typeof OPTIONS>): Arguments {
  const { cwd, stack, json } = values;
  return { cwd, json, ...defined({ stack, one: oneIn(values) }) };
}

function oneIn(values: Asked<typeof OPTIONS>["values"]): One | undefined {
  const { region, connection: id } = values;
  const cloud = cloudNamed(values.cloud);
  if (cloud === undefined && region === undefined && id === undefined) return undefined;
  if (cloud === undefined || !region || !id) {
    throw refused(
      "--cloud, --region and --connection belong together.",
      "Give all three to look at one connection, or none to look at a stack.",
    );
  }
  return { cloud, region, id };
}
