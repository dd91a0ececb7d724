// Builds Go programs from the sources that a go.mod and its go.sum name.

import { tmpdir } from "node:os";

import { run, tail } from "../process.cjs";
import { stopwatch, withSignsOfLife } from "../say.mjs";
import { isAtLeast } from "./programs.mjs";

/** @type {NodeJS.ProcessEnv} */
export const goEnvironment = {
  ...process.env,
  // The sources are those of go.sum, whatever else is set or lies around.
  GOFLAGS: "-mod=readonly -trimpath",
  GOWORK: "off",
  GOTOOLCHAIN: "local",
  // Nothing here needs a C compiler.
  CGO_ENABLED: "0",
};

/**
 * @param {string} oldest the oldest version that will do
 * @returns {Promise<string>} the version of the Go on PATH
 */
export async function usableGo(oldest) {
  // Asked outside of our modules, where a Go that is too old for them would only print an error.
  const answer = await run("go", ["env", "GOVERSION"], { cwd: tmpdir(), env: goEnvironment }).catch(() => {
    throw new Error(`no go on PATH; Go ${oldest} or later is needed`);
  });
  const version = /^go(\d+\.\d+(\.\d+)?)/m.exec(answer.stdout)?.[1];
  if (version === undefined)
    throw new Error(`go on PATH does not tell its version: ${tail(answer.output, 1)}`);
  if (!isAtLeast(version, oldest)) throw new Error(`go on PATH is ${version}; ${oldest} or later is needed`);
  return version;
}

/**
 * Go keeps what it compiled, so a second build is quick.
 *
 * @param {object} what
 * @param {string} what.module the folder with go.mod
 * @param {readonly string[]} what.program the package to build, or the flags and files that stand for it
 * @param {string} what.target the program
 * @param {string} [what.linkerFlags]
 * @returns {Promise<string>} how long it took
 */
export async function goBuild({ module, program, target, linkerFlags = "-s -w" }) {
  const elapsed = stopwatch();
  const { code, output } = await withSignsOfLife("go", () =>
    run("go", ["build", "-ldflags", linkerFlags, "-o", target, ...program], {
      cwd: module,
      env: goEnvironment,
    }),
  );
  if (code !== 0) throw new Error(`go build of ${program.join(" ")} failed\n${tail(output)}`);
  return elapsed();
}
