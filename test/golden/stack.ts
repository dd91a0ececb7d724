import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Stack } from "../engine/support";
import { openStack } from "../engine/support";
import type { Seed } from "../clouds/index.cjs";
import type { GoldenCloud } from "./clouds";

/** Opens a stack with the program of a cloud and with what that needs: config, and connections that exist. */
export async function openGoldenStack(
  { cloud, config }: GoldenCloud,
  { peerings, modules }: { peerings: readonly Seed[]; modules?: string },
): Promise<Stack> {
  const program = readFileSync(join(__dirname, "programs", `${cloud}.js`), "utf8");
  const stack = await openStack(program, {
    world: { peerings: [...peerings] },
    ...(modules === undefined ? {} : { modules }),
  });
  const pairs = Object.entries({ ...config, endpoint: stack.emulator.url }).flatMap(([key, value]) => [
    /secretKey$/.test(key) ? "--secret" : "--plaintext",
    `${cloud}:${key}=${value}`,
  ]);
  await stack.ok("config", "set-all", ...pairs);
  return stack;
}
