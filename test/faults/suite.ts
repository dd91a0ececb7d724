import type { CloudName } from "../../emulator";
import type { CloudUnderTest } from "../contract/clouds";
import { CLOUDS } from "../contract/clouds";
import { kindsOf } from "./kinds";
import type { Case, Result } from "./matrix";
import { actionsOf, run } from "./matrix";
import { SCENES } from "./scenes";

/** How many cases wait at once. */
const AT_ONCE = 12;

/** The least number of calls that each cloud's hooks make, so that none is dropped unnoticed. */
const LEAST_CALLS = { alicloud: 15, tencentcloud: 12, huaweicloud: 10 };

jest.setTimeout(120_000);

/** The whole matrix of one cloud. */
export function testMatrixOf(cloud: CloudName): void {
  const under = CLOUDS.find((one) => one.cloud === cloud) as CloudUnderTest;

  const calls: Omit<Case, "kind">[] = [];
  const results: Result[] = [];

  beforeAll(async () => {
    for (const scene of SCENES) {
      for (const action of await actionsOf(scene, under)) calls.push({ scene, action });
    }
    expect(calls.length).toBeGreaterThanOrEqual(LEAST_CALLS[under.cloud]);
  });

  test.each(kindsOf(under.cloud))("$name: one clear end, and one connection", async (kind) => {
    const queue = calls.map((call) => ({ ...call, kind }));
    const failed: string[] = [];
    const worker = async (): Promise<void> => {
      for (let one = queue.shift(); one !== undefined; one = queue.shift()) {
        const result = await run(one, under);
        results.push(result);
        if (result.wrong.length > 0)
          failed.push(`${one.scene.name}, ${one.action}: ${result.wrong.join("; ")}`);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
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
