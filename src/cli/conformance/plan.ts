import type { Makes, Need, Probe } from "./probe";
import { MAKES } from "./probe";

/** What a run will do, what it makes and what that costs, before any of it. */
export function planOf(probes: readonly Probe[], lacks: (need: Need) => boolean): string {
  const [ready, missing] = [true, false].map((isReady) =>
    probes.filter(({ needs }) => needs.some(lacks) !== isReady),
  ) as [Probe[], Probe[]];
  const groups = [...new Set(ready.map(({ makes }) => makes))];
  return [
    `${ready.length} probes ask ${settingsOf(ready)} settings.`,
    ...groups.flatMap((makes) => groupOf(makes, ready)),
    ...(missing.length === 0
      ? []
      : [
          "",
          `${missing.length} probes are skipped, which need more than the config has:`,
          ...missing.map(({ name, needs }) => `  ${name}: ${needs.filter(lacks).join(", ")}`),
        ]),
    "",
  ].join("\n");
}

function groupOf(makes: Makes, probes: readonly Probe[]): string[] {
  const { makes: words, costs } = MAKES[makes];
  const some = probes.filter((probe) => probe.makes === makes);
  return ["", `Makes ${words}. Costs ${costs}.`, ...some.map(({ name, does }) => `  ${name}: ${does}`)];
}

function settingsOf(probes: readonly Probe[]): number {
  return new Set(probes.flatMap(({ asks }) => asks)).size;
}
