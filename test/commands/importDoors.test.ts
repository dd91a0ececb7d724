import { importer } from "../../src/cli/import/command";
import { pluginTokenOf, typeTokenOf } from "../../src/model/resourceKinds";
import { exampleCloud } from "../clouds/example.cjs";
import { answersOf, fakePulumi } from "../unit/support/fakePulumi";
import { ended } from "../unit/support/shell";
import type { OneConnection } from "./oneConnection";
import { oneConnection } from "./oneConnection";

const under = exampleCloud;
const { cloud, settings } = under;
const [id] = under.routing.connections;

const pulumi = fakePulumi();
let around: OneConnection;

beforeAll(async () => {
  around = await oneConnection();
});

afterAll(async () => {
  await around.close();
  pulumi.remove();
});

const imported = async (...more: string[]) => {
  const { code, stdout } = await ended(importer, "--cwd", pulumi.folder, "--cloud", cloud, "--json", ...more);
  return { code, report: JSON.parse(stdout) as { left: { why: string }[]; program: string | null } };
};

const keyed = () => around.config;
const block = () => ({ [`vpc-peering:${cloud}`]: JSON.stringify(around.settings) });

test.each([
  ["dynamic resource", typeTokenOf("Connection")],
  ["resource of the plugin", pluginTokenOf("Connection")],
])("what the stack has already, as a %s, is left out as that", async (_, type) => {
  const resources = [{ urn: `urn:pulumi:dev::net::${type}::net`, type, id }];
  pulumi.answers(answersOf({ resources, config: keyed() }));
  expect(await imported()).toMatchObject({
    code: 2,
    report: { left: [{ why: 'This stack has it already, as "net".' }] },
  });
});

test.each(["typescript", "yaml"])(
  "in %s, keys that the config has for the plugin are used, and the program says so",
  async (language) => {
    pulumi.answers(answersOf({ config: block() }));
    const { code, report } = await imported("--language", language);
    expect(code).toBe(0);
    expect(report.program).toContain(
      `Read with \`vpc-peering:${cloud}\` of the stack's config: give the providers the same.`,
    );
    const { region: _, ...secrets } = settings.a;
    for (const key of Object.values(secrets)) expect(report.program).not.toContain(key);
  },
);
