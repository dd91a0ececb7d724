import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";

import { pathWithPlugin } from "../../plugin.mjs";
import { ensurePython } from "../../python.mjs";
import { root } from "../../root.mjs";

const folder = import.meta.dirname;

/** A Python that has the package of this checkout, and mypy. */
const PYTHON = {
  name: "python-sdk",
  requirements: join(folder, "requirements.txt"),
  source: join(root, "sdk", "python"),
  proof: "import pulumi_vpc_peering",
};

/** @returns {Promise<import("../language.mjs").Language & {interpreter: string}>} */
export async function python() {
  const interpreter = await ensurePython(PYTHON);
  const program = readFileSync(join(folder, "__main__.py"), "utf8");
  return {
    title: "Python",
    runtime: { manifest: "name: peerings\nruntime: python\n", file: "__main__.py" },
    programFor: () => program,
    set: { PATH: pathWithPlugin(dirname(interpreter)), PYTHONDONTWRITEBYTECODE: "1" },
    interpreter,
  };
}
