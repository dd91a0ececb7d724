import { spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expectNoSecret, expectNoSecretIn } from "../../tools/stack/secrets.cjs";
import { eventually } from "../support/processes.cjs";
import { watchArguments } from "../support/watchArguments";

// What the other tests print, store and start is searched where they run it, in tools/stack and support.ts.

describe("the search for secrets finds one", () => {
  test("in a text, and does not repeat it", () => {
    const secret = ["fake", "secretA"].join("");
    expect(() => {
      expectNoSecret("a log", `key=${secret} and more`);
    }).toThrow(/^A secret stands in a log, after:\nkey=$/);
    expectNoSecret("a log", "access key LTAIfakeA, value [secret]");
  });

  test("in a file, however deep in a folder", async () => {
    const folder = await mkdtemp(join(tmpdir(), "vpc-peering-secrets-"));
    try {
      await expectNoSecretIn(folder);
      await writeFile(join(folder, "state.json"), JSON.stringify({ key: ["fake", "secretB"].join("") }));
      await expect(expectNoSecretIn(folder)).rejects.toThrow("state.json");
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });

  test("among the arguments of what a process starts", async () => {
    const secret = ["fake", "secretC"].join("");
    const parent = spawn("sh", ["-c", `sleep 30 & exec 3<&0; sh -c 'read line' "${secret}"; kill $!`], {
      stdio: ["pipe", "ignore", "ignore"],
    });
    const seen = new Set<string>();
    const end = watchArguments(parent.pid ?? 0, seen);
    const isSeen = (): boolean => [...seen].some((words) => words.includes(secret));
    await eventually(() => Promise.resolve(isSeen()), "a look at the arguments");
    parent.stdin.end();
    await expect(end()).rejects.toThrow("the arguments of a process");
  });
});
