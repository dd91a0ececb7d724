import { redacted } from "../../io/secrets";
import { isPeeringError } from "../../model/errors";
import type { Masks } from "./mask";
import type { Need, Probe } from "./probe";
import { Unclear } from "./unclear";
import type { Asked } from "./stage/asking";
import type { Stage } from "./stage/stage";

/** What came of one question. */
export interface Finding {
  setting: string;
  probe: string;
  /** The value with which the emulator would answer alike; there if it was found out. */
  value?: unknown;
  /** Why it was not found out, or not asked. */
  reason?: string;
  outcome: "found" | "notFoundOut" | "skipped";
  /** What the probe asked for it. */
  asked: Asked[];
}

/** How a run goes on, and when it is to stop. */
export interface Running {
  stage: Stage;
  masks: Masks;
  /** What the config lacks of what a probe needs. */
  lacks: (need: Need) => boolean;
  isStopped: () => boolean;
  onDone: (findings: readonly Finding[]) => void;
}

/** Runs probes one after the other, and removes what each has made before the next begins. */
export async function run(probes: readonly Probe[], running: Running): Promise<Finding[]> {
  const all: Finding[] = [];
  for (const probe of probes) {
    const findings = running.isStopped()
      ? skipped(probe, "the run was stopped")
      : await outcomeOf(probe, running);
    running.onDone(findings);
    all.push(...findings);
  }
  return all;
}

async function outcomeOf(probe: Probe, { stage, masks, lacks }: Running): Promise<Finding[]> {
  const missing = probe.needs.filter(lacks);
  if (missing.length > 0) {
    const names = missing.map((need) => (need === "stranger" ? "accounts.stranger" : `vpcs.${need}`));
    return skipped(probe, `the config has no ${names.join(" and no ")}`);
  }
  stage.begin();
  const found = new Map<string, unknown>();
  const reasons: string[] = [];
  const attempt = async (task: () => Promise<void>): Promise<void> => {
    try {
      await task();
    } catch (error) {
      if (!(error instanceof Unclear) && !isPeeringError(error)) throw error;
      reasons.push(masks.over(redacted(error.message)));
    }
  };
  await attempt(() =>
    probe.run(stage, (settings) => {
      for (const [setting, value] of Object.entries(settings))
        found.set(setting, JSON.parse(masks.over(JSON.stringify(value))));
    }),
  );
  const [reason = "the answers did not come to it"] = reasons;
  if (reasons.length > 0) await attempt(() => stage.recall());
  await attempt(() => stage.tidy());
  const asked = stage.asking.asked.map((row) => ({ ...row, answer: masks.over(redacted(row.answer)) }));
  return probe.asks.map((setting) =>
    found.has(setting)
      ? { setting, probe: probe.name, outcome: "found", value: found.get(setting), asked }
      : { setting, probe: probe.name, outcome: "notFoundOut", reason, asked },
  );
}

function skipped({ name, asks }: Probe, reason: string): Finding[] {
  return asks.map((setting) => ({ setting, probe: name, outcome: "skipped", reason, asked: [] }));
}
