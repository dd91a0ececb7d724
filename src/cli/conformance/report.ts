import type { CloudName } from "../../model/clouds";
import type { Finding } from "./run";

/**
 * The report: a world file, whose `guesses` are as this cloud was found to be. What was found, and by what, stands beside
 * them for people to read.
 */
export function reportOf(cloud: CloudName, findings: readonly Finding[], at: string): string {
  const found = findings.filter(({ outcome }) => outcome === "found");
  const guesses = Object.fromEntries(found.map(({ setting, value }) => [setting, value]));
  const conformance = findings.map(({ setting, probe, outcome, value, reason, asked }) => ({
    setting,
    probe,
    outcome,
    value,
    reason,
    asked: asked.map(({ action, requestId, answer }) =>
      [action, answer, requestId].filter(Boolean).join(" | "),
    ),
  }));
  return `${JSON.stringify({ [cloud]: { guesses }, conformance: { cloud, at, findings: conformance } }, undefined, 2)}\n`;
}

/** One line for a finding. */
export function lineOf({ setting, outcome, value, reason = "" }: Finding): string {
  if (outcome === "found") return `  ${setting} = ${JSON.stringify(value)}`;
  return `  ${setting}: ${outcome === "skipped" ? "skipped" : "not found out"}, ${reason}`;
}

/** How many there are of each outcome. */
export function summaryOf(findings: readonly Finding[]): string {
  const count = (outcome: Finding["outcome"]): number =>
    findings.filter((finding) => finding.outcome === outcome).length;
  return `${count("found")} found out, ${count("notFoundOut")} not found out, ${count("skipped")} skipped.`;
}
