import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { clouds } from "../clouds/index.cjs";

/** Runs the crash matrix and answers what it printed. */
function matrix(...args: string[]): { code: number | null; output: string } {
  const run = spawnSync(process.execPath, [join(__dirname, "run.mjs"), ...args], { encoding: "utf8" });
  return { code: run.status, output: run.stdout + run.stderr };
}

test("a sample of the crash matrix converges on every cloud, without a duplicate or an orphan", () => {
  const { code, output } = matrix("--sample");
  if (code !== 0) throw new Error(output);
  for (const cloud of Object.keys(clouds)) {
    expect(output).toMatch(new RegExp(`^${cloud} +7 +7 +0 +0 *$`, "m"));
  }
}, 1_800_000);

test("the matrix notices losses: where nobody looks for what an earlier run left, it reports duplicates or orphans", () => {
  const { code, output } = matrix("--self-test");
  if (code !== 0) throw new Error(output);
  for (const cloud of Object.keys(clouds)) {
    expect(output).toMatch(new RegExp(`^${cloud} +1 +0 +(1 +0|0 +1) *$`, "m"));
  }
}, 1_800_000);
