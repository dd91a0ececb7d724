import { startEmulator } from "../../emulator";
import type { Command } from "../../commandLine/command";
import { doctor } from "../../src/cli/doctor/command";
import { importer } from "../../src/cli/import/command";
import { orphans } from "../../src/cli/orphans/command";
import { expectNoSecret } from "../../tools/stack/secrets.cjs";
import { ownerOf } from "../../src/model/owner";
import { exampleCloud } from "../clouds/example.cjs";
import { answersOf, fakePulumi } from "../unit/support/fakePulumi";
import { ended } from "../unit/support/shell";

const under = exampleCloud;
const { cloud, settings, vpcs } = under;
const [id] = under.routing.connections;
const { marker } = ownerOf({ organization: "organization", urn: "urn:pulumi:dev::net::any::any" });

/** What clears a screen, and what turns the direction of all that follows. */
const NAME = "night\u001b[2J\u202egreen";
const OBEYED = /(?!\n)[\p{Cc}\p{Cf}]/u;

const pulumi = fakePulumi();
let emulator: Awaited<ReturnType<typeof startEmulator>>;
const admin = (path: string, body: object): Promise<Response> =>
  fetch(`${emulator.url}/_emulator/${path}`, { method: "POST", body: JSON.stringify(body) });

beforeAll(async () => {
  emulator = await startEmulator({ world: under.world });
  const ends = { requester: { vpcId: vpcs.hub.vpcId }, accepter: { vpcId: vpcs.app.vpcId } };
  await admin("peerings", { cloud, id, status: "active", name: NAME, ...ends, ...under.marked(marker) });
  const given = { ...settings.a, region: vpcs.hub.region, endpoint: emulator.url };
  const config = Object.entries(given).map(([key, value]) => [`${cloud}:${key}`, value]);
  pulumi.answers(answersOf({ config: Object.fromEntries(config) as Record<string, unknown> }));
});

afterAll(async () => {
  await emulator.close();
  pulumi.remove();
});

afterEach(async () => {
  await fetch(`${emulator.url}/_emulator/faults`, { method: "DELETE" });
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
  await admin("faults", {
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
