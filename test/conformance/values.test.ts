import type { Emulator } from "../../emulator";
import { parseWorld } from "../../emulator/world/world";
import { clouds as emulated } from "../../emulator/clouds";
import { probesOf } from "../../src/cli/conformance/probes";
import { reportOf } from "../../src/cli/conformance/report";
import type { Finding } from "../../src/cli/conformance/run";
import { found, groundOn, probeOf } from "./runs";
import { clouds, emulating, isFull, leftIn } from "./support";
import { answersOf } from "./values";

/** What is said of a setting, and is not so. */
function wrongIn(findings: readonly Finding[], truth: object): Finding[] {
  const isSo = ({ setting, value }: Finding): boolean =>
    JSON.stringify((truth as Record<string, unknown>)[setting]) === JSON.stringify(value);
  return findings.filter((finding) => finding.outcome === "found" && !isSo(finding));
}

describe.each(clouds)("%s", (cloud) => {
  const guessesOf = (emulator: Emulator): object => emulator.world[cloud].guesses;

  test("with every guess set to each of its values, the run finds out which", async () => {
    const missed: unknown[] = [];
    for (const { setting, value } of answersOf(cloud)) {
      const emulator = await emulating(cloud, { [setting]: value });
      const probes = isFull ? probesOf(cloud) : [probeOf(cloud, setting)];
      const findings = await found(groundOn(cloud, emulator), probes);
      const isFound = findings.some((one) => one.setting === setting && one.outcome === "found");
      const wrong = wrongIn(findings, guessesOf(emulator));
      if (!isFound || wrong.length > 0) missed.push({ setting, value, findings });
      expect(await leftIn(emulator)).toEqual([]);
      await emulator.close();
    }
    expect(missed).toEqual([]);
  });

  test("with the defaults, everything is found out, and the report is a world in which all is found alike", async () => {
    const emulator = await emulating(cloud, {});
    const findings = await found(groundOn(cloud, emulator), probesOf(cloud));
    expect(findings.filter(({ outcome }) => outcome !== "found")).toEqual([]);
    expect(wrongIn(findings, guessesOf(emulator))).toEqual([]);
  });

  test("what was found of a cloud that is unlike the emulator makes the emulator alike", async () => {
    const strange = strangest(cloud);
    const there = await emulating(cloud, strange);
    const findings = await found(groundOn(cloud, there), probesOf(cloud));
    const report = JSON.parse(reportOf(cloud, findings, "2026-01-31T12:00:00Z")) as Record<
      string,
      { guesses: object }
    >;
    expect(wrongIn(findings, guessesOf(there))).toEqual([]);
    expect(findings.filter(({ outcome }) => outcome === "found").length).toBeGreaterThan(20);

    const world = parseWorld(emulated, report, "The report");
    const here = await emulating(cloud, world[cloud].guesses);
    const again = await found(groundOn(cloud, here), probesOf(cloud));
    const plain = (some: readonly Finding[]) =>
      some.map(({ setting, outcome, value }) => ({ setting, outcome, value }));
    expect(plain(again)).toEqual(plain(findings));
  });
});

/** A cloud that answers everything otherwise than it is assumed to, as far as answers go together. */
function strangest(cloud: (typeof clouds)[number]): Record<string, unknown> {
  const others = new Map<string, unknown>();
  const defaults = new Map<string, unknown>();
  for (const { setting, value } of answersOf(cloud)) {
    if (!defaults.has(setting)) defaults.set(setting, value);
    others.set(setting, value);
  }
  for (const setting of KEPT) others.delete(setting);
  return Object.fromEntries(others);
}

/** Where these are otherwise, others cannot be told. */
const KEPT = [
  // Any number of connections of a pair leaves its direction open, and a request cannot be repeated.
  "duplicatesAllowed",
  // A list that finds nothing finds nothing by its filters either.
  "listRegionIs",
];
