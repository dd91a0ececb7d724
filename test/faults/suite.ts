import type { CloudName } from "../../emulator";
import type { CloudUnderTest } from "../contract/clouds";
import { CLOUDS } from "../contract/clouds";
import { kindsOf } from "./kinds";
import type { Case, Result } from "./matrix";
import { actionsOf, run } from "./matrix";
import { ROUTE_SCENES } from "./routeScenes";
import { SCENES } from "./scenes";

/** The whole matrix of one cloud. */
export function testMatrixOf(cloud: CloudName): void {
  const under = CLOUDS.find((one) => one.cloud === cloud) as CloudUnderTest;

  const calls: Omit<Case, "kind">[] = [];
  const results: Result[] = [];

  beforeAll(async () => {
    const scenes = under.routing === undefined ? SCENES : [...SCENES, ...ROUTE_SCENES];
    for (const scene of scenes) {
      for (const action of await actionsOf(scene, under)) calls.push({ scene, action });
    }
    expect(calls.length).toBeGreaterThanOrEqual(under.leastCalls);
  });

  test.each(kindsOf(under))("$name: one clear end, and one connection", async (kind) => {
    const failed: string[] = [];
    for (const call of calls) {
      const result = await run({ ...call, kind }, under);
      results.push(result);
      if (result.wrong.length > 0)
        failed.push(`${call.scene.name}, ${call.action}: ${result.wrong.join("; ")}`);
    }
    expect(failed).toEqual([]);
  });

  afterAll(() => {
    const count = (ended: Result["ended"]): number => results.filter((one) => one.ended === ended).length;
    const sum = (what: "duplicates" | "lost"): number => results.reduce((all, one) => all + one[what], 0);
    process.stdout.write(
      `${under.cloud}: ${results.length} cases, ${count("in success")} in success, ${count("in an error")} in an error and then converged, ` +
        `${count("never")} hangs, ${sum("duplicates")} duplicates, ${sum("lost")} lost ids\n`,
    );
  });
}
