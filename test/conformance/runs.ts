import type { CloudName, Emulator } from "../../emulator";
import { checked } from "../../src/cli/conformance/config";
import { conform } from "../../src/cli/conformance/conform";
import type { Ground, Outcome } from "../../src/cli/conformance/conform";
import type { Probe } from "../../src/cli/conformance/probe";
import { probesOf } from "../../src/cli/conformance/probes";
import type { Finding } from "../../src/cli/conformance/run";
import { inVirtualTime, virtualClock } from "../support/virtualTime";
import { worldOf } from "./worlds";

/** The config of that world. */
export function groundOn(cloud: CloudName, { url }: Pick<Emulator, "url">): Ground {
  const { config, variables } = worldOf(cloud);
  Object.assign(process.env, variables);
  const given = { endpoint: url, ...config };
  return { cloud, config: checked(given, "The test's config", cloud), clock: virtualClock };
}

/** What a run finds out with some probes; nothing that was made may be left. */
export async function found(ground: Ground, probes: readonly Probe[]): Promise<Finding[]> {
  const { findings, left } = await outcome(ground, probes);
  expect(left).toBeUndefined();
  return findings;
}

/** What comes of a run. */
export async function outcome(ground: Ground, probes: readonly Probe[]): Promise<Outcome> {
  const orders = { probes, isStopped: () => false, onDone: () => undefined };
  return await inVirtualTime(conform(ground, orders));
}

/** The probe of a cloud that asks a setting. */
export function probeOf(cloud: CloudName, setting: string): Probe {
  const probe = probesOf(cloud).find(({ asks }) => asks.includes(setting));
  if (probe === undefined) throw new Error(`nobody asks ${setting}`);
  return probe;
}
