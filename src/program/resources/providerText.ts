import { createRequire } from "node:module";
import { join } from "node:path";
import type { HandlerName } from "../../model/resourceKinds";
import { refusal } from "../refusal";

/** The one module that the engine's provider process loads. */
const PROVIDER_MODULE = "pulumi-vpc-peering/provider";

/**
 * What is stored as `__provider`: a line that loads the installed package. It is the same on every machine
 * and in every release, so it never shows up as a difference, and refresh and destroy run today's code.
 */
export function handler(name: HandlerName): string {
  return `exports.handler=()=>{try{return require("${PROVIDER_MODULE}").${name}}catch(e){e.stack="";e.message="Run npm install: "+e.message;throw e}}`;
}

/** Where the package was found: it does not have to be looked for again by every component. */
let foundFrom: string | undefined;

/** Fails early, and in words, where the engine's provider process would not find the package. */
export function assertInstalled(): void {
  const folder = process.cwd();
  if (folder === foundFrom) return;
  try {
    // As from a file there: a module of this package would always find itself.
    createRequire(join(folder, "index.js")).resolve(PROVIDER_MODULE);
    foundFrom = folder;
  } catch {
    throw refusal(
      `pulumi-vpc-peering cannot be found from ${folder}, where the engine looks for it. Make it a dependency of this program: npm install pulumi-vpc-peering`,
    );
  }
}
