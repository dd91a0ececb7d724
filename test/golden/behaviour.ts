import type { PeeringRow, RequestRow } from "../../emulator";
import type { Stack } from "../engine/support";
import { withoutMachine } from "./normalise";

interface Shown {
  steps: {
    op: string;
    urn: string;
    newState?: { inputs?: object; parent?: string };
    diffReasons?: string[];
  }[];
  diagnostics?: { severity: string; message: string }[];
}

/** Actions that change nothing. How often they are called depends on how reads come together. */
const READ = /^(Describe|Get|List|Show|Keystone)/;

/** A connection is read alone or in a list, by how many are asked about at the same moment. */
const READS_A_CONNECTION =
  /\b(GetVpcPeerConnectionAttribute|ListVpcPeerConnections|(Show|List)VpcPeerings?)\b/;

/** What is another text in every run. */
const ACCIDENTAL = /^(ClientToken|Authorization|Timestamp|Nonce)$/;

/**
 * What a stack with these connections shows and asks: its first preview, the calls of the `up`, and the preview of a
 * change of everything that is changed in place.
 */
export async function behaviourOf(stack: Stack): Promise<string> {
  const first = shownIn(await stack.ok("preview", "--json"));
  await stack.ok("up", "--yes", "--skip-preview");
  const calls = callsIn(await stack.requests(), await stack.peerings());
  await stack.config("suffix", "2");
  const second = shownIn(await stack.ok("preview", "--json"));
  const text = JSON.stringify({ first, ...calls, second }, null, 2);
  return `${withoutMachine(namesIn(text, await stack.peerings()))}\n`;
}

/** The same without what depends on how busy a machine is: whether a connection was read alone or in a list. */
export function withoutLoad(behaviour: string): string {
  const shown = JSON.parse(behaviour) as { reads: string[] };
  const reads = shown.reads.map((line) => line.replace(READS_A_CONNECTION, "<reads a connection>"));
  return JSON.stringify({ ...shown, reads: [...new Set(reads)].sort() }, null, 2);
}

/** Each resource with what becomes of it, in the order of the URNs, and what is said. */
function shownIn(output: string): object {
  const { steps, diagnostics = [] } = JSON.parse(output) as Shown;
  const rows = steps
    .filter(({ urn }) => !urn.includes("::pulumi:providers:"))
    .map(({ op, urn, newState, diffReasons = [] }) => ({
      op,
      urn,
      parent: newState?.parent,
      inputs: newState?.inputs,
      differs: diffReasons.sort(),
    }));
  const said = diagnostics.map(({ severity, message }) => `${severity}: ${message.trim()}`);
  return { steps: rows.sort((one, other) => (one.urn < other.urn ? -1 : 1)), said: said.sort() };
}

function callsIn(
  requests: readonly RequestRow[],
  peerings: readonly PeeringRow[],
): { writes: string[]; reads: string[] } {
  const writes = requests.filter(({ action }) => !READ.test(action));
  const reads = requests
    .filter(({ action }) => READ.test(action))
    .map(({ account, action }) => `${String(account)} ${action}`);
  return {
    writes: writes.map((one) => namesIn(lineOf(one), peerings)).sort(),
    reads: [...new Set(reads)].sort(),
  };
}

function lineOf({ account, action, params }: RequestRow): string {
  const entries = Object.entries((params ?? {}) as object)
    .filter(([name]) => !ACCIDENTAL.test(name))
    .sort(([one], [other]) => (one < other ? -1 : 1));
  return `${String(account)} ${action} ${JSON.stringify(entries)}`;
}

/** A text with names in place of ids. */
function namesIn(text: string, peerings: readonly PeeringRow[]): string {
  return peerings.reduce((rest, { id, name }) => rest.replaceAll(id, `<id of ${name}>`), text);
}
