// npm run engine: fills .engine/bin with the Pulumi engine.
//
//   --into DIR             another folder than .engine
//   --vendor-seconds N     how long the vendor's installer may take

import { resolve } from "node:path";
import { parseArgs } from "node:util";

import { runCommand } from "../command.mjs";
import { ensureEngine } from "./ensure.mjs";

await runCommand(async () => {
  const { values } = parseArgs({
    options: { into: { type: "string" }, "vendor-seconds": { type: "string", default: "20" } },
  });
  await ensureEngine({
    ...(values.into !== undefined && { into: resolve(values.into) }),
    vendorSeconds: Number(values["vendor-seconds"]),
  });
});
