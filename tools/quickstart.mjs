// npm run quickstart: a peering connection from its first `pulumi up` to its end, on the local emulator.

import { parseArgs } from "node:util";

import { ensureBuild } from "./build.mjs";
import { isAtLeast } from "./engine/programs.mjs";
import { ensureEngine } from "./engine/ensure.mjs";
import { stopAll } from "./process.cjs";
import { stopwatch } from "./say.mjs";
import { cloudNamed, cloudNames } from "./quickstart/clouds.mjs";
import { startEmulator } from "./quickstart/emulator.mjs";
import { attempt, tell } from "./quickstart/failure.mjs";
import { isInterrupted, onInterrupt } from "./quickstart/interrupt.mjs";
import { heading, line, text } from "./quickstart/print.mjs";
import { openStack } from "./quickstart/stack.mjs";
import { tour } from "./quickstart/tour.mjs";
import { openWorkFolder } from "./quickstart/workFolder.mjs";

const oldestNode = "20.19.0";

const help = `npm run quickstart [-- OPTIONS]

Creates, changes and destroys a VPC peering between two accounts, on an emulator on this machine.

  --cloud NAME   which cloud: ${cloudNames} (default alicloud)
  --port N       the emulator's port (default: any free one)
  --keep         keep the folder with the stack's state and config, and say where it is
  --help         this text
`;

/** @type {ReturnType<typeof openWorkFolder> | undefined} */
let folder;

try {
  const options = await attempt(
    "reading the options",
    "npm run quickstart -- --help lists them.",
    readOptions,
  );
  if (options.help) process.stdout.write(help);
  else await quickstart(options);
} catch (error) {
  if (!isInterrupted()) tell(error);
  process.exitCode = 1;
} finally {
  if (!isInterrupted()) await tidyUp();
}

/** @param {{ cloud: string, port: string, keep: boolean }} options */
async function quickstart({ cloud: cloudName, port, keep }) {
  const elapsed = stopwatch();
  const cloud = cloudNamed(cloudName);

  heading("Set-up", "Everything stays on this machine: no cloud account, no Pulumi account.");
  await attempt(
    "setting up",
    "Repair what it names, then run this again: it goes on where it stopped.",
    async () => {
      if (!isAtLeast(process.versions.node, oldestNode)) {
        throw new Error(`This is Node.js ${process.versions.node}; ${oldestNode} or later is needed.`);
      }
      await ensureEngine();
      await ensureBuild();
    },
  );

  // Until here, the set-up scripts take care of interrupts themselves.
  onInterrupt(tidyUp);
  const elapsedSinceSetUp = stopwatch();
  folder = openWorkFolder({ keep });
  const emulator = await attempt("starting the emulator", "Leave out --port: it then takes a free one.", () =>
    startEmulator({ port }),
  );
  line(`emulator: ${cloud.facts.title} at ${emulator.url}, two accounts, process ${String(emulator.pid)}`);
  const stack = await openStack({ folder: folder.path, cloud, emulator });

  await tour({ cloud, emulator, stack });

  heading("Where to go from here", `This took ${elapsed()}, and without the set-up ${elapsedSinceSetUp()}.`);
  text(cloud.whatNext);
}

async function tidyUp() {
  await stopAll();
  folder?.close();
}

async function readOptions() {
  const { values } = parseArgs({
    options: {
      cloud: { type: "string", default: "alicloud" },
      port: { type: "string", default: "0" },
      keep: { type: "boolean", default: false },
      help: { type: "boolean", short: "h", default: false },
    },
  });
  return values;
}
