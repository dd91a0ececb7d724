import { spawn } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

export const tools = resolve(__dirname, "..", "..", "tools");

export interface Ended {
  code: number | null;
  output: string;
}

export interface Started {
  pid: number;
  ended: Promise<Ended>;
}

/** Starts node, with nothing in its environment but what is given. */
export function startNode(args: string[], env: NodeJS.ProcessEnv): Started {
  const child = spawn(process.execPath, args, { env, stdio: ["ignore", "pipe", "pipe"] });
  if (child.pid === undefined) throw new Error("node did not start");
  let output = "";
  const collect = (text: string) => (output += text);
  child.stdout.setEncoding("utf8").on("data", collect);
  child.stderr.setEncoding("utf8").on("data", collect);
  const ended = new Promise<Ended>((done, failed) => {
    child.on("error", failed);
    child.on("close", (code) => {
      done({ code, output });
    });
  });
  return { pid: child.pid, ended };
}

/** Runs an expression over the exports of a module in tools/. */
export function runWith(module: string, expression: string, env: NodeJS.ProcessEnv): Promise<Ended> {
  const url = pathToFileURL(join(tools, module)).href;
  const text = `import * as module from ${JSON.stringify(url)}; await ${expression};`;
  return startNode(["--input-type=module", "--eval", text], env).ended;
}

/** Writes a program in JavaScript that can be started by its name. */
export function writeProgram(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `#!${process.execPath}\n${text}\n`);
  chmodSync(file, 0o755);
}

const folders: string[] = [];

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "tools-test-"));
  folders.push(folder);
  return folder;
}

export function removeTemporaryFolders(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}

export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

export async function until(condition: () => boolean): Promise<void> {
  const deadline = Date.now() + 600_000;
  while (!condition()) {
    if (Date.now() > deadline) throw new Error(`not so within 600 s: ${condition.toString()}`);
    await new Promise((later) => setTimeout(later, 20));
  }
}
