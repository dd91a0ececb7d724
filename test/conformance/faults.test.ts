import type { CloudName, Emulator, RequestRow } from "../../emulator";
import type { Probe } from "../../src/cli/conformance/probe";
import { probesOf } from "../../src/cli/conformance/probes";
import { adminOf } from "../../tools/stack/admin.cjs";
import { clouds as allClouds } from "../clouds/index.cjs";
import { groundOn, outcome } from "./runs";
import { clouds, emulating, isFull, leftIn } from "./support";

/** All faults at each call take minutes, and more on a busy machine. */
const LONGEST_MS = 3_600_000;

/** What can happen to a call, by the codes of its cloud. */
function faultsOf(cloud: CloudName): object[] {
  const { throttled, internal, notAllowed } = allClouds[cloud].refusals;
  return [
    { type: "error", code: throttled },
    { type: "error", code: internal, status: 500 },
    { type: "error", code: notAllowed },
    { type: "error", code: "Conformance.MadeUp", status: 400 },
    { type: "error", code: "Conformance.MadeUp", status: 400, when: "after" },
    { type: "drop" },
    { type: "drop", when: "after" },
    { type: "body", status: 502, body: "<html>Bad gateway</html>" },
    { type: "body", status: 200, body: "{}", when: "after" },
    { type: "truncate", bytes: 30, when: "after" },
    { type: "delay", ms: 1_500 },
  ];
}

/** Each call of a run: which action, and how many of it came before. */
async function callsOf(emulator: Emulator): Promise<{ action: string; after: number }[]> {
  const rows = (await adminOf(emulator.url)("GET", "/requests")) as RequestRow[];
  return rows.map(({ action }, index) => ({
    action,
    after: rows.slice(0, index).filter((row) => row.action === action).length,
  }));
}

/** Which faults a call meets: all of them, or one of them now and then. */
function chosen(faults: object[], index: number): object[] {
  if (isFull) return faults;
  return index % 6 === 0 ? [faults[(index / 6) % faults.length] ?? {}] : [];
}

describe.each(clouds)("%s", (cloud) => {
  test(
    "with a fault in between, what is said is true, and nothing that was made is left",
    async () => {
      const emulator = await emulating(cloud, {});
      const admin = adminOf(emulator.url);
      const ground = groundOn(cloud, emulator);
      const truth = emulator.world[cloud].guesses as Record<string, unknown>;
      const bad: unknown[] = [];
      let cases = 0;
      let unclear = 0;
      const under = async (
        probe: Probe,
        call: { action: string; after: number },
        fault: object,
      ): Promise<void> => {
        await admin("POST", "/reset");
        const planted = { cloud, ...call, times: 1, fault };
        await admin("POST", "/faults", planted);
        cases++;
        let failure: unknown;
        const { findings, left } = await outcome(ground, [probe]).catch((error: unknown) => {
          failure = error;
          return { findings: [], left: undefined };
        });
        // A run that cannot begin says so, and has made nothing.
        const isRefusedFirst =
          failure !== undefined && /GetCallerIdentity|KeystoneListProjects/.test(call.action);
        const lies = findings.filter(
          ({ outcome: came, setting, value }) =>
            came === "found" && JSON.stringify(value) !== JSON.stringify(truth[setting]),
        );
        if (findings.some(({ outcome: came }) => came === "notFoundOut")) unclear++;
        const rest = left === undefined ? await leftIn(emulator) : [];
        if (lies.length > 0 || rest.length > 0 || (failure !== undefined && !isRefusedFirst))
          bad.push({ probe: probe.name, planted, lies, rest, failure: String(failure) });
      };
      let index = 0;
      for (const probe of probesOf(cloud)) {
        await admin("POST", "/reset");
        await outcome(ground, [probe]);
        for (const call of await callsOf(emulator))
          for (const fault of chosen(faultsOf(cloud), index++)) await under(probe, call, fault);
      }
      expect(bad).toEqual([]);
      expect(unclear).toBeGreaterThan(cases / 20);
    },
    LONGEST_MS,
  );
});
