import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Command } from "../../commandLine/command";
import { emulator } from "../../emulator/command";
import { conformance } from "../../src/cli/conformance/command";
import { doctor } from "../../src/cli/doctor/command";
import { importer } from "../../src/cli/import/command";
import { orphans } from "../../src/cli/orphans/command";
import { preview } from "../../src/cli/preview/command";
import { plugin } from "../../src/plugin/command";
import { ended } from "../unit/support/shell";

const ROOT = join(__dirname, "../..");
const textOf = (file: string): string => readFileSync(join(ROOT, file), "utf8");
const { version, bin } = JSON.parse(textOf("package.json")) as {
  version: string;
  bin: Record<string, string>;
};

/** Every command, and the page that has its options. */
const COMMANDS: readonly [Command, string][] = [
  [conformance, "docs/conformance.md"],
  [doctor, "docs/troubleshooting.md"],
  [emulator, "docs/emulator.md"],
  [importer, "docs/import.md"],
  [orphans, "docs/reliability.md"],
  [preview, "docs/pull-requests.md"],
];

const rows = COMMANDS.map(([command, page]) => ({ name: command.usage.name, command, page }));

test("no command of the package is left out here; the plugin is the engine's to start", () => {
  const names = [plugin, ...COMMANDS.map(([command]) => command)].map(({ usage }) => usage.name);
  expect(names.sort()).toEqual(Object.keys(bin).sort());
});

describe.each([...rows, { name: plugin.usage.name, command: plugin }])("$name", ({ name, command }) => {
  test.each(["--help", "-h"])(
    "%s says how it is called, what each option is, and nothing else",
    async (help) => {
      const { code, stdout, stderr } = await ended(command, help);
      expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
      expect(stdout).toContain(name);
      for (const option of [...Object.keys(command.usage.options), "help", "version"]) {
        expect(stdout).toMatch(new RegExp(`^  --${option}\\b.*  \\S`, "m"));
      }
      expect(stdout).not.toContain("\u001b");
    },
  );

  test("--version is that of the package", async () => {
    expect(await ended(command, "--version")).toEqual({ code: 0, stdout: `${version}\n`, stderr: "" });
  });
});

describe.each(rows)("$name", ({ name, command, page }) => {
  test("an option that it does not have is refused with those it has, in one line", async () => {
    const { code, stdout, stderr } = await ended(command, "--colour");
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toMatch(/^.* --help and --version\.\n$/);
    expect(stderr.startsWith(`${name}: Unknown option '--colour'. The options are --`)).toBe(true);
    for (const option of Object.keys(command.usage.options)) expect(stderr).toContain(`--${option}`);
  });

  test("an option without its value is refused, and so is a value that none takes", async () => {
    for (const [option, { type, value }] of Object.entries(command.usage.options)) {
      const isText = type === "string";
      const { code, stderr } = await ended(command, isText ? `--${option}` : `--${option}=yes`);
      const words = isText ? `needs a value: --${option} ${String(value)}.` : "takes no value.";
      expect({ code, stderr }).toEqual({ code: 1, stderr: `${name}: --${option} ${words}\n` });
    }
  });

  test("an argument too many is refused", async () => {
    const { code, stderr } = await ended(command, "one", "two");
    expect(code).toBe(1);
    expect(stderr).toMatch(command === preview ? /: 2 files are given/ : /: Unexpected argument 'one'\. The/);
  });

  test("each of its options stands on its page, and its exit codes in the table of all", () => {
    const text = textOf(page);
    for (const option of Object.keys(command.usage.options)) expect(text).toContain(`--${option}`);
    const table = textOf("docs/commands.md");
    expect(table).toMatch(new RegExp(`^\\| \\[\`${name}\`\\]\\(${page.replace("docs/", "")}`, "m"));
    expect(table).toMatch(new RegExp(`^\\| \`${name}\` +\\|[^|]+\\|[^|]+\\|[^|]+\\|$`, "m"));
  });
});
