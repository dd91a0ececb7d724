import type { RouteRow } from "../../emulator";
import { expectNoSecret } from "../../tools/stack/secrets.cjs";
import { EXAMPLE } from "./clouds";
import type { CloudWithRoutes } from "./reach";
import { CLOUDS_WITH_ROUTES, idsOn, reach, routesIn, worldWith } from "./reach";
import type { Outcome, Stack } from "./support";
import { openStack, runCommand } from "./support";

/** What reads. */
const READ = /^(Describe|Get|List|Show|Keystone)/;

const UP = ["up", "--yes", "--skip-preview"];

/** Runs the command in a folder, as `npx` would. Fails if it changes anything, or prints a secret. */
async function doctor(stack: Stack, args: string[] = [], set: NodeJS.ProcessEnv = {}): Promise<Outcome> {
  await stack.admin("DELETE", "/requests");
  const outcome = await runCommand(stack, "doctor", args, set);
  const writes = (await stack.requests()).map(({ action }) => action).filter((action) => !READ.test(action));
  if (writes.length > 0) throw new Error(`The doctor has made ${writes.join(", ")}`);
  expectNoSecret("the doctor's report", outcome.output);
  return outcome;
}

/** A hub with a VPC of its own account and one of another's, with routes on all sides. */
async function open(under: CloudWithRoutes): Promise<Stack> {
  const { cloud, prelude, betweenRegions } = under;
  const stack = await openStack(
    `${prelude}
    const provider = a();
    new VpcPeering("to-app", { cloud: "${cloud}", requester: hub, accepter: own(1), routes: true }, { provider });
    new VpcPeering("to-partner", { cloud: "${cloud}", requester: hub, accepter: { ...partner(1), provider: b() },
      routes: true, ...${JSON.stringify(betweenRegions)} }, { provider });`,
    { world: worldWith(under, [1, 1], {}) },
  );
  await stack.ok(...UP);
  return stack;
}

/** The ids of connections, as their names. */
async function named(stack: Stack, text: string): Promise<string> {
  const rows = await stack.peerings();
  return rows.reduce((all, { id, name }) => all.replaceAll(id, `<${name}>`), text);
}

const tableOf = (rows: readonly RouteRow[], vpcId: string): string =>
  rows.find((row) => row.vpcId === vpcId)?.table ?? "";

test.each(CLOUDS_WITH_ROUTES)(
  "$cloud: a stack that is well, then broken, then mended by what the doctor says",
  async (under) => {
    const { cloud } = under;
    const stack = await open(under);
    const { hub, own, partner } = idsOn(under);

    const well = await doctor(stack);
    expect(well.output).toMatch(
      /^2 connections of organization\/peerings\/dev: 2 well\.\n\n✓ to-app {6}\S+ {2}/,
    );
    expect(well.output).not.toContain("\u001b");
    expect(well.code).toBe(0);

    const routes = await routesIn(stack);
    const rowTo = (vpcId: string): RouteRow => {
      const row = routes.find((one) => one.vpcId === vpcId);
      if (row === undefined) throw new Error(`${vpcId} has no route`);
      return row;
    };
    const [ofApp, ofPartner] = [rowTo(own(1)), rowTo(partner(1))];
    await stack.admin("DELETE", "/routes", { cloud, table: ofApp.table, destination: ofApp.destination });
    const astray = { cloud, table: ofPartner.table, destination: ofPartner.destination };
    await stack.admin("POST", "/routes", { ...astray, hop: { kind: "other", id: "gateway-1" } });

    const broken = await doctor(stack);
    expect(broken.code).toBe(2);
    const { table, destination } = ofApp;
    expect(await named(stack, broken.output)).toContain(
      `✗ to-app  <to-app>  ${cloud}  active
  ✓ arrives    ${hub} → ${own(1)}
  ✗ gets lost  ${own(1)} → ${hub}
      ${destination}  ${table} (main)  no route
`,
    );
    expect(broken.output).toMatch(/leads to \S+ gateway-1/);
    expect(broken.output).toMatch(/→ Run `pulumi refresh`, then `pulumi up`/);

    const colourful = await doctor(stack, [], { FORCE_COLOR: "1", NO_COLOR: "" });
    expect(colourful.output).toContain("\u001b[31m✗\u001b[0m \u001b[1mto-app\u001b[0m");

    expect(colourful.output.replace(/\u001b\[\d+m/g, "")).toBe(broken.output);
    expect((await doctor(stack, [], { FORCE_COLOR: "1", NO_COLOR: "1" })).output).toBe(broken.output);

    const json = await doctor(stack, ["--json"]);
    expect(json.code).toBe(2);
    expect(JSON.parse(json.output)).toMatchObject({
      stack: "organization/peerings/dev",
      verdict: "findings",
      connections: [
        {
          name: "to-app",
          cloud,
          verdict: "broken",
          status: "active",
          requester: { vpcId: hub, account: under.accounts.a, status: "active" },
          reaches: false,
          forward: { from: hub, to: own(1), reaches: true },
          back: { reaches: false, routes: [{ table, destination, leads: "nowhere", by: null }] },
          findings: [
            { kind: "one-way" },
            { kind: "route-missing", end: "accepter", places: [{ table, destination }] },
          ],
          unseen: [],
        },
        { name: "to-partner", accepter: { keys: "provider instance b", status: "active" }, reaches: false },
      ],
      findings: [],
      unseen: [],
    });
    expect((await reach(stack, hub, own(1))).reaches).toBe(false);

    const one = (await stack.peerings()).find(({ name }) => name === "to-app");
    const { region = "", id = "" } = { ...one, ...one?.requester };
    const alone = await doctor(stack, ["--cloud", cloud, "--region", region, "--connection", id]);
    expect(alone.code).toBe(2);
    expect(alone.output).toMatch(/Set `routes: true` where the connection is declared/);

    await stack.ok("refresh", "--yes", "--skip-preview");
    await stack.ok(...UP);
    const mended = await doctor(stack);
    expect(mended.output).toContain("2 well");
    expect(mended.code).toBe(0);
    expect((await reach(stack, hub, partner(1))).reaches).toBe(true);

    const tables = under.routing.actions.tables;
    const refused = {
      cloud,
      action: tables,
      times: 0,
      fault: { type: "error", code: under.routing.forbidden.code },
    };
    await stack.admin("POST", "/faults", refused);
    const blind = await doctor(stack);
    expect(blind.output).toMatch(/\? Not looked at: the route tables of \S+\. /);
    expect(blind.code).toBe(1);
  },
);

test("the accepter's own stack sees its own side, and says what it cannot see", async () => {
  const { cloud, prelude, accountKey, accounts, betweenRegions } = EXAMPLE;
  const world = worldWith(EXAMPLE, [0, 1], {});
  const { hub, partner } = idsOn(EXAMPLE);
  const ask = await openStack(
    `${prelude}
    new VpcPeering("to-partner", { cloud: "${cloud}", requester: { ...hub, routes: true }, accepter: partner(1),
      ...${JSON.stringify(betweenRegions)} }, { provider: a() });`,
    { world },
  );
  const answer = await openStack(
    `${prelude}
    const { VpcPeeringAccepter } = require("pulumi-vpc-peering");
    const { vpcId, region } = partner(1);
    new VpcPeeringAccepter("from-hub", { cloud: "${cloud}", requester: hub, accepter: { vpcId, region },
      expect: { ${accountKey}: "${accounts.a}" } }, { provider: b() });`,
  );
  answer.environment["EMULATOR"] = ask.emulator.url;
  answer.admin = (method, path, body) => ask.admin(method, path, body);
  answer.requests = () => ask.requests();

  await ask.ok(...UP);
  const waiting = await doctor(ask);
  expect(waiting.output).toMatch(
    /waits for the accepter's yes .*\n.*carries no packets.*\n(.*\n){1,2}.*VpcPeeringAccepter/,
  );
  expect(waiting.code).toBe(2);

  await answer.ok(...UP);
  const accepted = await doctor(answer);
  expect(accepted.output).toMatch(/has no route through .*\n(.*\n){1,2} +→ Set `accepter\.routes: true`/);
  expect(accepted.output).toContain(
    `Not looked at: the route tables of ${hub}. There are no keys of account`,
  );
  expect(accepted.code).toBe(2);

  const rows = (await ask.admin("GET", "/routes")) as RouteRow[];
  const [made] = await ask.peerings();
  const destination = "10.0.0.0/24";
  const hop = { kind: "peering", id: made?.id };
  await ask.admin("POST", "/routes", { cloud, table: tableOf(rows, partner(1)), destination, hop });
  await ask.ok(...UP);
  expect(await doctor(ask)).toMatchObject({ code: 0 });
  expect(await doctor(answer)).toMatchObject({ code: 0 });
});

test("outside of a project, without a stack, and with half of the options, the command says what to do", async () => {
  const stack = await openStack(EXAMPLE.prelude);
  expect(await doctor(stack, ["--cwd", "/"])).toMatchObject({
    code: 1,
    output: expect.stringMatching(/^vpc-peering-doctor: pulumi stack .* failed: .*--cwd/s) as string,
  });
  expect(await doctor(stack, ["--cloud", EXAMPLE.cloud, "--region", EXAMPLE.vpcs.hub.region])).toMatchObject({
    code: 1,
    output: expect.stringContaining("--cloud, --region and --connection belong together") as string,
  });
  expect(await doctor(stack)).toMatchObject({
    code: 0,
    output: "organization/peerings/dev has no connections.\n",
  });
});
