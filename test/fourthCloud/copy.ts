import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, relative, resolve } from "node:path";
import { REGISTRIES, withLines } from "./lines";

const ROOT = resolve(__dirname, "../..");

/** The files of the made-up cloud, at the paths that they would have. */
const FILES = join(__dirname, "files");

/** What the copy has of the project. */
const COPIED = [
  "src",
  "emulator",
  "commandLine",
  "tools",
  "test/clouds",
  "test/contract",
  "test/faults",
  "test/support",
  "test/engine/clouds.ts",
  "jest.config.cjs",
  "test/slowestFirst.cjs",
  "package.json",
  "tsconfig.json",
];

/** A project that drives one more cloud. */
export interface Copy {
  folder: string;
  /** The files that the made-up cloud has of its own, by their paths in the project. */
  ownFiles: string[];
  /** The shared files that had to be edited. */
  editedFiles: string[];
  remove: () => void;
}

/** Copies the project, and adds the made-up cloud. */
export function copyWithFourthCloud(): Copy {
  const folder = mkdtempSync(join(tmpdir(), "fourth-cloud-"));
  for (const path of COPIED) cpSync(join(ROOT, path), join(folder, path), { recursive: true });
  symlinkSync(join(ROOT, "node_modules"), join(folder, "node_modules"));
  const ownFiles = filesIn(FILES);
  // A file that is there already would be an edited one, under another name.
  for (const path of ownFiles)
    cpSync(join(FILES, path), join(folder, path), { force: false, errorOnExist: true });
  for (const registry of REGISTRIES) {
    const path = join(folder, registry.file);
    writeFileSync(path, withLines(readFileSync(path, "utf8"), registry));
  }
  const editedFiles = COPIED.flatMap((path) => filesIn(join(ROOT, path), path)).filter(
    (path) => !readFileSync(join(ROOT, path)).equals(readFileSync(join(folder, path))),
  );
  return {
    folder,
    ownFiles,
    editedFiles: editedFiles.sort(),
    remove: () => {
      rmSync(folder, { recursive: true });
    },
  };
}

/** The paths of all files in a folder, or that of a file, below `above`. */
function filesIn(path: string, above = ""): string[] {
  if (statSync(path).isFile()) return [above];
  const entries = readdirSync(path, { withFileTypes: true, recursive: true });
  const files = entries.filter((entry) => entry.isFile());
  return files.map((entry) => join(above, relative(path, join(entry.parentPath, entry.name))));
}
