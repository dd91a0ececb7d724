import { execFile } from "node:child_process";
import { accessSync, constants, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { promisify } from "node:util";
import { Script } from "node:vm";
import { openBench } from "./example";

const run = promisify(execFile);

/** A browser of this machine that can be looked with. */
const browser = ["chromium", "chromium-browser", "google-chrome"]
  .flatMap((name) => (process.env["PATH"] ?? "").split(delimiter).map((folder) => join(folder, name)))
  .find((path) => {
    try {
      accessSync(path, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });

/** What the page is once its script has drawn, as the browser has it. */
async function drawn(url: string): Promise<string> {
  const profile = mkdtempSync(join(tmpdir(), "look-"));
  const quiet = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    `--user-data-dir=${profile}`,
  ];
  try {
    const args = [...quiet, "--virtual-time-budget=4000", "--dump-dom", `${url}/_emulator/`];
    const { stdout } = await run(browser ?? "", args, { maxBuffer: 10_000_000 });
    return stdout;
  } finally {
    rmSync(profile, { recursive: true, force: true });
  }
}

const hub = { vpcId: "vpc-bp1hub01" };
const partner = { vpcId: "vpc-bp1partner01" };
const world = {
  peerings: [
    {
      cloud: "alicloud" as const,
      id: "pcc-live",
      name: "to <b>partner</b>",
      requester: hub,
      accepter: partner,
    },
    {
      cloud: "alicloud" as const,
      id: "pcc-wait",
      status: "pending" as const,
      requester: hub,
      accepter: { vpcId: "vpc-2zepartner02" },
    },
  ],
};

test("the page is one file that loads nothing, with a script that can be read", async () => {
  const { url } = await openBench(world);
  for (const path of ["/_emulator/", "/_emulator"]) {
    const answer = await fetch(`${url}${path}`);
    const html = await answer.text();
    expect(answer.headers.get("content-type")).toBe("text/html; charset=utf-8");
    expect(answer.headers.get("content-security-policy")).toMatch(/^default-src 'none';/);
    expect(html).not.toMatch(/(src|href)=|@import|url\(|https?:\/\/(?!www\.w3\.org\/2000\/svg)/);
    const [, script = ""] = /<script>([^]*)<\/script>/.exec(html) ?? [];
    expect(() => new Script(script)).not.toThrow();
  }
});

const look = browser === undefined ? test.skip : test;

look("a browser shows VPCs, connections, routes and what reaches what", async () => {
  const bench = await openBench(world);
  await bench.admin("POST", "/routes", {
    cloud: "alicloud",
    table: "vtb-bp1hub01",
    destination: "10.8.0.0/16",
    hop: { kind: "peering", id: "pcc-live" },
  });
  const oneWay = await drawn(bench.url);
  expect(oneWay).toContain('data-drawn="yes"');
  expect(oneWay.match(/data-vpc="[^"]+"/g)).toHaveLength(3);
  expect(oneWay).toMatch(/<line class="active" data-connection="pcc-live"/);
  expect(oneWay).toMatch(/<line class="waiting" data-connection="pcc-wait"/);
  expect(oneWay.match(/data-routes="[^"]+"/g)).toEqual(['data-routes="vpc-bp1hub01"']);
  expect(oneWay).toContain("do not get through: 10.8.0.0/16 to 10.0.0.0/16: vtb-bp1partner01 has no route");
  // What a program calls things is text, whatever it is.
  expect(oneWay).toContain("to &lt;b&gt;partner&lt;/b&gt;");

  await bench.admin("POST", "/routes", {
    cloud: "alicloud",
    table: "vtb-bp1partner01",
    destination: "10.0.0.0/16",
    hop: { kind: "peering", id: "pcc-live" },
  });
  const bothWays = await drawn(bench.url);
  expect(bothWays.match(/data-routes="[^"]+"/g)).toHaveLength(2);
  expect(bothWays).toContain('<td class="yes">get through</td>');
});
