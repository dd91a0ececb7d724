import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { doctor } from "../../src/cli/doctor/command";
import { importer } from "../../src/cli/import/command";
import { orphans } from "../../src/cli/orphans/command";
import { preview } from "../../src/cli/preview/command";
import { exampleCloud } from "../clouds/example.cjs";
import { answersOf, fakePulumi } from "../unit/support/fakePulumi";
import { ended } from "../unit/support/shell";
import type { OneConnection } from "./oneConnection";
import { oneConnection } from "./oneConnection";

const under = exampleCloud;
const { cloud, vpcs } = under;
const [id] = under.routing.connections;

/** It tells of a stack with nothing in its state, and the keys of one account in its config. */
const pulumi = fakePulumi();
const { folder } = pulumi;
let around: OneConnection;

beforeAll(async () => {
  around = await oneConnection();
  pulumi.answers(answersOf({ config: around.config }));
});

afterAll(async () => {
  await around.close();
  pulumi.remove();
});

const asJson = async (...[command, ...args]: Parameters<typeof ended>) => {
  const { code, stdout } = await ended(command, "--json", ...args);
  return { code, report: JSON.parse(stdout) as unknown };
};

test("vpc-peering-doctor --json tells what it looked at, here one connection", async () => {
  const where = ["--cloud", cloud, "--region", vpcs.hub.region, "--connection", id];
  const { code, report } = await asJson(doctor, "--cwd", folder, ...where);
  expect(code).toBe(2);
  expect(report).toMatchObject({ verdict: "findings", connections: [{ id }] });
});

test("vpc-peering-orphans --json tells where it searched, and that there are none", async () => {
  expect(await asJson(orphans, "--cwd", folder)).toMatchObject({
    code: 0,
    report: { stack: "organization/net/dev", orphans: [], searched: [{ cloud, region: vpcs.hub.region }] },
  });
});

test("vpc-peering-import --json has the program and what it declares; with --out the program is in the file, too", async () => {
  const out = join(folder, "index.ts");
  const { code, report } = await asJson(importer, "--cwd", folder, "--cloud", cloud, "--out", out);
  const { program } = report as { program: string };
  expect({ code, report }).toEqual({
    code: 0,
    report: { cloud, declared: [id], left: [], unread: [], program: readFileSync(out, "utf8") },
  });
  expect(program).toContain(`adopt: "${id}"`);
});

test("vpc-peering-import --json names what it does not declare, and has no program if that is all", async () => {
  const args = ["--cwd", folder, "--cloud", cloud, "--vpc", "vpc-none"];
  expect(await asJson(importer, ...args)).toEqual({
    code: 2,
    report: { cloud, declared: [], left: [], unread: [], program: null },
  });
});

test("vpc-peering-preview --json has each peering, and the comment that it would make", async () => {
  const file = join(folder, "preview.json");
  const urn = "urn:pulumi:dev::net::pulumi-nodejs:dynamic/vpcPeering:Connection::hub-app";
  const unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
  const inputs = { cloud, requester: { vpcId: "vpc-1" }, accepter: { vpcId: unknown } };
  const state = { type: "pulumi-nodejs:dynamic/vpcPeering:Connection", inputs };
  writeFileSync(
    file,
    JSON.stringify({ changeSummary: { create: 1 }, steps: [{ op: "create", urn, newState: state }] }),
  );
  const { code, report } = await asJson(preview, file);
  const comment = (await ended(preview, file)).stdout;
  expect({ code, report }).toEqual({
    code: 0,
    report: {
      stack: "net/dev",
      isFailed: false,
      cutsTraffic: false,
      peerings: [
        {
          name: "hub-app",
          cloud,
          change: "create",
          requester: { vpcId: "vpc-1" },
          accepter: { vpcId: null },
          cutsTraffic: false,
          fields: [],
        },
      ],
      comment,
    },
  });
});
