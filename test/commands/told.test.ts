import type { Command } from "../../commandLine/command";
import { doctor } from "../../src/cli/doctor/command";
import { importer } from "../../src/cli/import/command";
import { orphans } from "../../src/cli/orphans/command";
import { expectNoSecret } from "../../tools/stack/secrets.cjs";
import { ownerOf } from "../../src/model/owner";
import { exampleCloud } from "../clouds/example.cjs";
import { answersOf, fakePulumi } from "../unit/support/fakePulumi";
import { ended } from "../unit/support/shell";
import type { OneConnection } from "./oneConnection";
import { oneConnection } from "./oneConnection";

const under = exampleCloud;
const { cloud, settings, vpcs } = under;
const [id] = under.routing.connections;
const { marker } = ownerOf({ organization: "organization", urn: "urn:pulumi:dev::net::any::any" });

/** What clears a screen, and what turns the direction of all that follows. */
const NAME = "night\u001b[2J\u202egreen";
const OBEYED = /(?!\n)[\p{Cc}\p{Cf}]/u;

const pulumi = fakePulumi();
let around: OneConnection;

beforeAll(async () => {
  around = await oneConnection({ name: NAME, ...under.marked(marker) });
  pulumi.answers(answersOf({ config: around.config }));
});

afterAll(async () => {
  await around.close();
  pulumi.remove();
});

afterEach(async () => {
  await around.admin("DELETE", "/faults");
});

const where = ["--cwd", pulumi.folder, "--cloud", cloud, "--region", vpcs.hub.region];
const COMMANDS: [Command, string[]][] = [
  [doctor, [...where, "--connection", id]],
  [importer, where],
  [orphans, where],
];
const rows = COMMANDS.map(([command, args]) => ({ name: command.usage.name, command, args }));

const said = async (command: Command, args: string[]): Promise<string> => {
  const { stdout, stderr } = await ended(command, ...args);
  return stdout + stderr;
};

test.each(rows)("$name shows of a name nothing that a terminal would obey", async ({ command, args }) => {
  expect(await said(command, args)).not.toMatch(OBEYED);
});

test.each(rows)("$name shows of what a cloud says neither keys nor that", async ({ command, args }) => {
  const message = `No: ${Object.values(settings.a).join(" ")} \u001b[2J`;
  await around.admin("POST", "/faults", {
    cloud,
    action: "*",
    times: 0,
    fault: { type: "error", status: 403, code: "Forbidden", message },
  });
  const text = await said(command, args);
  expect(text).toContain("No: ");
  expect(text).not.toMatch(OBEYED);
  expectNoSecret("what it says", text);
  expectNoSecret("its JSON", await said(command, [...args, "--json"]));
});
