import { execFile } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { CloudWithRoutes } from "./reach";
import { CLOUDS_WITH_ROUTES, idsOn, reach, routesIn, worldWith } from "./reach";
import type { Outcome, Stack } from "./support";
import { openStack } from "./support";

const UP = ["up", "--yes", "--skip-preview"];

/** What `pulumi new typescript` gives a project, save that what comes out lies beside the program. */
const TEMPLATE = {
  compilerOptions: {
    strict: true,
    outDir: ".",
    target: "es2020",
    module: "commonjs",
    moduleResolution: "node",
    sourceMap: true,
    experimentalDecorators: true,
    pretty: true,
    noFallthroughCasesInSwitch: true,
    noImplicitReturns: true,
    forceConsistentCasingInFileNames: true,
    // The compiler here is newer than the template, and calls its way of finding modules old.
    ignoreDeprecations: "6.0",
  },
  files: ["index.ts"],
};

/** Runs a script of Node.js in the stack's project, as `npx` would. */
async function run(stack: Stack, script: string, ...args: string[]): Promise<Outcome & { errors: string }> {
  return await new Promise((done) => {
    const options = { cwd: stack.folder, env: stack.environment };
    execFile(process.execPath, [script, ...args], options, (error, stdout, stderr) => {
      done({ code: error === null ? 0 : Number(error.code), output: stdout, errors: stderr });
    });
  });
}

const importing = (stack: Stack, ...args: string[]) =>
  run(stack, join(stack.folder, "node_modules/pulumi-vpc-peering/dist/src/cli/import/cli.js"), ...args);

/** What there is, by who made it and how. Each has a VPC of its own at the far end. */
function existing(under: CloudWithRoutes): Record<string, object> {
  const { bears, betweenRegions, marked, vpcs } = under;
  const { hub, own, partner } = idsOn(under);
  const isInOneRegion = vpcs.afar.region === vpcs.hub.region;
  const [tags, description] = [
    { team: "network", "cost center": 'R&D "7"', "a.b/c": "it's ${HOME}\n`x`", 组: "网络" },
    "Made in the console, for \"them\" & 'us':\n${not} `a` template \\o/ 网络 🚀",
  ];
  const wordy = {
    ...(bears.includes("tags") ? { tags } : {}),
    ...(bears.includes("description") ? { description } : {}),
  };
  const to = (n: number, more: object = {}) => ({
    status: "active",
    requester: { vpcId: hub },
    accepter: { vpcId: own(n) },
    ...more,
  });
  const toPartner = (n: number, more: object = {}) => ({
    ...to(n),
    accepter: { vpcId: partner(n) },
    ...more,
  });
  return {
    console: to(1, { name: "Hub-to-app", ...wordy }),
    han: to(2, { name: "总部_应用-2" }),
    terraform: to(3, { name: "tf_peering_s10", ...wordy }),
    terraform2: to(4, { name: "tf_peering_s2" }),
    twin1: to(5, { name: "peering" }),
    twin2: to(6, { name: "peering" }),
    back: { ...to(7, { name: "app-to-hub" }), requester: { vpcId: own(7) }, accepter: { vpcId: hub } },
    far: to(8, { name: "far", ...(isInOneRegion ? {} : betweenRegions), ...wordy }),
    farther: to(9, { name: "farther", ...(isInOneRegion ? {} : { bandwidth: 50 }) }),
    spokes: { ...to(10, { name: "spokes" }), requester: { vpcId: own(1) } },
    uneven: to(11, { name: "uneven" }),
    oneWay: to(12, { name: "one-way" }),
    partner: toPartner(1, { name: "to-partner", ...wordy }),
    fromPartner: {
      ...toPartner(2),
      name: "from-partner",
      requester: { vpcId: partner(2) },
      accepter: { vpcId: hub },
    },
    rejected: toPartner(3, { name: "rejected", status: "rejected" }),
    expired: toPartner(4, { name: "expired", status: "expired" }),
    pending: toPartner(5, { name: "pending", status: "pending" }),
    asked: {
      ...toPartner(6, { name: "asked", status: "pending" }),
      requester: { vpcId: partner(6) },
      accepter: { vpcId: hub },
    },
    marked: to(13, { name: "marked", ...marked("0123456789abcdef01234567") }),
    nameless: to(14, { name: "" }),
  };
}

/** The routes that there are, by the connection that they lead through. */
function routesOn(
  under: CloudWithRoutes,
): [through: string, vpcId: string, which: "main" | "other", to: number][] {
  const { hub, own } = idsOn(under);
  return [
    ["console", hub, "main", 1],
    ["console", hub, "other", 1],
    ["console", own(1), "main", 0],
    ["han", hub, "main", 2],
    ["han", own(2), "main", 0],
    ["back", hub, "other", 7],
    ["far", hub, "main", 8],
    ["far", hub, "other", 8],
    ["far", own(8), "main", 0],
    ["oneWay", own(12), "main", 0],
  ];
}

describe.each(CLOUDS_WITH_ROUTES)("on $cloud", (under) => {
  const { cloud, settings, vpcs, routing } = under;
  const { hub, own, partner } = idsOn(under);
  const home = vpcs.hub.region;
  const away = vpcs.afar.region;
  const far = { region: away };

  test("20 connections of mixed origin become a program that takes them over without touching them", async () => {
    const more = { [hub]: { tables: [{ id: routing.table }] }, [own(8)]: far, [own(9)]: far };
    const partners = Object.fromEntries([1, 2, 3, 4, 5, 6].map((n) => [partner(n), { region: home }]));
    const stack = await openStack("", { world: worldWith(under, [14, 6], { ...more, ...partners }) });
    const ids = new Map<string, string>();
    for (const [name, seed] of Object.entries(existing(under))) {
      const row = (await stack.admin("POST", "/peerings", { cloud, ...seed })) as { id: string };
      ids.set(name, row.id);
    }
    const idOf = (name: string): string => ids.get(name) ?? "";
    const locals = (await stack.admin("GET", "/routes")) as { vpcId: string; table: string; main: boolean }[];
    const mainOf = (vpcId: string) => locals.find((row) => row.vpcId === vpcId && row.main)?.table;
    const add = async (table: string | undefined, destination: string, through: string) => {
      const hop = { kind: "peering", id: idOf(through) };
      await stack.admin("POST", "/routes", { cloud, table, destination, hop });
    };
    const block = (n: number): string => `10.0.${n}.0/24`;
    for (const [through, vpcId, which, to] of routesOn(under)) {
      await add(which === "main" ? mainOf(vpcId) : routing.table, block(to), through);
    }
    await add(mainOf(hub), "10.0.11.0/25", "uneven");
    await add(mainOf(hub), "10.0.11.128/25", "uneven");
    await add(routing.table, "10.0.11.0/25", "uneven");
    const config = Object.entries({ ...settings.a, endpoint: stack.emulator.url });
    const pairs = config.flatMap(([name, value]) => [
      /secret|Key$/.test(name) ? "--secret" : "--plaintext",
      `${cloud}:${name}=${value}`,
    ]);
    await stack.ok("config", "set-all", ...pairs);
    const regions = [...new Set([home, away])].flatMap((region) => ["--region", region]);

    const asked = ["--cloud", cloud, ...regions, "--routes", "--out", "index.ts"];
    const imported = await importing(stack, ...asked);
    expect(imported).toMatchObject({ code: 0, output: "" });
    expect(imported.errors).toContain("20 connections: 14 declared, 6 not.");
    const program = await readFile(join(stack.folder, "index.ts"), "utf8");
    expect(program + imported.errors).not.toContain("fakesecret");
    for (const name of ["rejected", "expired", "pending", "asked", "marked", "nameless"]) {
      expect(program).toMatch(new RegExp(`^// - ${idOf(name)}[ ,]`, "m"));
      expect(program).not.toContain(`\n  adopt: "${idOf(name)}"`);
    }
    expect(await importing(stack, ...asked)).toMatchObject({ code: 1 });

    await writeFile(join(stack.folder, "tsconfig.json"), JSON.stringify(TEMPLATE));
    const compiler = resolve(__dirname, "../../node_modules/typescript/lib/tsc.js");
    expect((await run(stack, compiler)).output).toBe("");

    const before = { peerings: await plain(stack, under), routes: await routesIn(stack) };
    await stack.newCalls();
    await stack.ok(...UP);
    const writes = (await stack.newCalls()).filter((action) => !isRead(action));
    const marks = { alicloud: "TagResources", tencentcloud: undefined, huaweicloud: under.actions.update }[
      cloud
    ];
    expect(writes).toEqual(Array.from({ length: marks === undefined ? 0 : 13 }, () => marks));
    expect(await plain(stack, under)).toEqual(before.peerings);
    expect(await routesIn(stack)).toEqual(before.routes);
    expect((await reach(stack, hub, own(1))).reaches).toBe(true);

    await stack.ok(...UP, "--expect-no-changes");
    expect(await stack.newCalls()).toEqual([]);
    await stack.ok("refresh", "--yes", "--skip-preview", "--expect-no-changes");

    const afterwards = await importing(stack, ...asked.slice(0, -2));
    expect(afterwards).toMatchObject({ code: 2, output: "" });
    expect(afterwards.errors).toContain(`${idOf("console")}: This stack has it already, as "Hub-to-app".`);
  });
});

const isRead = (action: string): boolean => /^(Describe|Get|List|Show|KeystoneList)/.test(action);

/** All connections but for the marks of owners. */
async function plain(stack: Stack, { unmarked = (row) => row }: CloudWithRoutes): Promise<object[]> {
  const rows = (await stack.peerings()).map(unmarked);
  return rows.map(({ tags: { "pulumi-vpc-peering": _mark, ...tags }, ...row }) => ({ ...row, tags }));
}
