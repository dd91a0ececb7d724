import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";

import { root } from "../../../tools/root.mjs";
import { ensurePython } from "../../support/python.mjs";
import { pathWithPlugin } from "../../../tools/plugin.mjs";

const folder = import.meta.dirname;

/** A Python that has the package of this checkout, and mypy. */
const PYTHON = {
  name: "python-sdk",
  requirements: join(folder, "requirements.txt"),
  source: join(root, "sdk", "python"),
  proof: "import pulumi_vpc_peering",
};

/** @returns {Promise<import("../story.mjs").Language>} */
export async function python() {
  const interpreter = await ensurePython(PYTHON);
  const program = readFileSync(join(folder, "__main__.py"), "utf8");
  const set = { PATH: pathWithPlugin(dirname(interpreter)), PYTHONDONTWRITEBYTECODE: "1" };
  return {
    title: "Python",
    runtime: { manifest: "name: peerings\nruntime: python\n", file: "__main__.py" },
    programFor: () => program,
    set,
    example: {
      folder: "python",
      set,
      lint: {
        name: "mypy --strict",
        command: [
          interpreter,
          "-m",
          "mypy",
          "--cache-dir",
          join(dirname(interpreter), "..", "types"),
          "--strict",
          ".",
        ],
      },
    },
  };
}
