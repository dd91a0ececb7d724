import { copyFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { WorldInput } from "../../emulator";
import type { Stack } from "../engine/support";
import { reach } from "../engine/reach";
import { openStack } from "../engine/support";

/** An example's stack: its program runs where it is, its config and state stay outside of the checkout. */
export interface Example extends Pick<Stack, "newCalls" | "peerings"> {
  /** Runs `pulumi` on the example's own folder. */
  ok(...args: string[]): Promise<string>;
  config(values: Config): Promise<void>;
  outputs(): Promise<unknown>;
  /** Whether packets find their way from one VPC to another, and their answers back. */
  reaches(from: string, to: string): Promise<boolean>;
}

/** What a stack's config says. */
export type Config = Readonly<Record<string, string | undefined>>;

/** Makes a stack of one of the examples, with the config that makes it run on the emulator at this address. */
export async function openExample(
  name: string,
  configFor: (endpoint: string) => Config,
  world: WorldInput = {},
): Promise<Example> {
  const program = resolve(__dirname, "../../examples", name);
  const stack = await openStack("", { isTypeScript: true, world });
  // The engine writes a stack's config beside the project file it is given: here a copy.
  await copyFile(join(program, "Pulumi.yaml"), join(stack.folder, "Pulumi.yaml"));
  // Types are checked by npm run check; here it would only cost time.
  stack.environment["PULUMI_NODEJS_TRANSPILE_ONLY"] = "true";
  await stack.ok("stack", "init", "example");

  const inPlace = ["--cwd", program, "--stack", "example", "--config-file"];
  const example: Example = {
    newCalls: () => stack.newCalls(),
    peerings: () => stack.peerings(),
    ok: (...args) => stack.ok(...args, ...inPlace, join(stack.folder, "Pulumi.example.yaml")),
    config: async (values) => {
      const pairs = Object.entries(values).flatMap(([key, value]) => [
        /secret(Id|Key)$/i.test(key) ? "--secret" : "--plaintext",
        `${key}=${String(value)}`,
      ]);
      await stack.ok("config", "set-all", "--stack", "example", ...pairs);
    },
    outputs: async () =>
      JSON.parse(await stack.ok("stack", "output", "--json", "--stack", "example")) as unknown,
    reaches: async (from, to) => (await reach(stack, from, to)).reaches,
  };
  await example.config(configFor(stack.emulator.url));
  return example;
}

/** Runs `up` until nothing is left to do, then calls back, then destroys everything. */
export async function live(example: Example, look: () => Promise<void>): Promise<void> {
  await example.ok("up", "--yes", "--skip-preview");
  await look();
  await example.newCalls();
  await example.ok("up", "--yes", "--skip-preview", "--expect-no-changes");
  expect(await example.newCalls()).toEqual([]);
  await example.ok("destroy", "--yes", "--skip-preview");
  expect((await example.peerings()).filter(({ deleted }) => !deleted)).toEqual([]);
}
