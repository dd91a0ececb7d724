import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { transformFileSync } from "@swc/core";

const root = join(__dirname, "../..");

/** Compiles the emulator into a folder of its own, as the package ships it, and returns the path of the command. */
export function buildCli(): { readonly cli: string; readonly remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), "vpc-peering-emulator-"));
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
  cpSync(join(root, "package.json"), join(folder, "package.json"));
  for (const source of ["emulator", "commandLine"].flatMap((name) => typescriptFiles(join(root, name)))) {
    const target = join(folder, relative(root, source)).replace(/\.ts$/, ".js");
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, transformFileSync(source, options).code);
  }
  return {
    cli: join(folder, "emulator/cli.js"),
    remove: () => {
      rmSync(folder, { recursive: true });
    },
  };
}

const options = {
  jsc: { target: "es2022", parser: { syntax: "typescript" } },
  module: { type: "commonjs" },
} as const;

function typescriptFiles(folder: string): string[] {
  return readdirSync(folder)
    .map((name) => join(folder, name))
    .flatMap((path) =>
      statSync(path).isDirectory() ? typescriptFiles(path) : path.endsWith(".ts") ? [path] : [],
    );
}
