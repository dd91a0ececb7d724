// The official command line. Usage: node tccli.mjs COMMAND URL. A line of JSON for each check.

import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

import { keyA, keyB } from "./check.mjs";
import { routesStory } from "./routes.mjs";
import { story } from "./story.mjs";

const [, , command = "", url = ""] = process.argv;
const sts = ["GetCallerIdentity", "AssumeRole"];
// It writes into the home folder.
const home = mkdtempSync(join(tmpdir(), "tccli-"));

/**
 * @param {{ secretId: string, secretKey: string }} key
 * @returns {import("./story.mjs").Client}
 */
function open({ secretId, secretKey }) {
  const env = {
    ...process.env,
    HOME: home,
    USERPROFILE: home,
    TENCENTCLOUD_SECRET_ID: secretId,
    TENCENTCLOUD_SECRET_KEY: secretKey,
    TENCENTCLOUD_REGION: "ap-guangzhou",
  };
  return async (action, params = {}) => {
    const given = Object.entries(params).flatMap(([name, value]) => [
      `--${name}`,
      typeof value === "string" ? value : JSON.stringify(value),
    ]);
    const product = sts.includes(action) ? "sts" : "vpc";
    const args = [product, action, ...given, "--endpoint", url];
    const { stdout, stderr } = await promisify(execFile)(command, args, { env, timeout: 120_000 }).catch(
      (error) => error,
    );
    const [, Code] = /code:(\S+) message:/.exec(`${stdout}${stderr}`) ?? [];
    return Code === undefined ? JSON.parse(stdout) : { Error: { Code } };
  };
}

try {
  const [a, b] = [open(keyA), open(keyB)];
  await story(a, b, open({ ...keyA, secretKey: "wrong" }));
  await routesStory(a, b, url);
} finally {
  rmSync(home, { recursive: true, force: true });
}
