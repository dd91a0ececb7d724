import { spawnSync } from "node:child_process";
import { join } from "node:path";

/** Runs the crash matrix and answers what it printed. */
function matrix(...args: string[]): { code: number | null; output: string } {
  const run = spawnSync(process.execPath, [join(__dirname, "run.mjs"), ...args], { encoding: "utf8" });
  return { code: run.status, output: run.stdout + run.stderr };
}

test("a sample of the crash matrix converges on every cloud, without a duplicate or an orphan", () => {
  const { code, output } = matrix("--sample", "4");
  if (code !== 0) throw new Error(output);
  for (const cloud of ["alicloud", "tencentcloud", "huaweicloud"]) {
    expect(output).toMatch(new RegExp(`^${cloud} +4 +4 +0 +0 *$`, "m"));
  }
}, 600_000);

test("the matrix notices losses: on a cloud that forgets tokens and allows duplicates it reports them", () => {
  const { code, output } = matrix("--self-test", "--sample", "1");
  expect(code).toBe(0);
  expect(output).toMatch(/^alicloud +\d+ +0 +[1-9]\d* /m);
}, 600_000);
